import { UserError, type INodeProperties } from 'n8n-workflow';
import type { Site } from '../transport/site';
import { isPlainObject } from '../values/json';
import { absent, emptyField, isEmptyObject, isNothing } from '../values/presence';
import type { Directory } from './directory';

/** What the reading of a value depends on beside the value. */
export interface Surroundings {
	/** The workflow's, an IANA name. */
	timeZone: string;
	/** The site of the credential that the item is sent with. */
	site: Site;
}

/**
 * When a field may be without a value:
 * - `leftBlank`: the editor's empty field means that it isn't set; an expression has to give something
 * - `emptyText`: empty text is a value like others
 * - `nothing`: it may be left blank, and an expression may give nothing, too: optional texts of a body
 */
export type Optional = 'leftBlank' | 'emptyText' | 'nothing';

/** A parameter of the node: what the editor shows, and how its value becomes one to work with. */
export interface Field<Value = unknown> {
	/** n8n's description; conditions on resource and operation are added to it. */
	property: INodeProperties;
	/**
	 * Checks and converts a value that is there: never undefined, null, NaN or blank text, save where
	 * `optional` allows the latter.
	 *
	 * @throws UserError that names the field's label when the value can't be used
	 */
	read(value: unknown, surroundings: Surroundings): Value;
	/**
	 * Checks the value beside those of all fields of the operation, by their names.
	 *
	 * @throws UserError where they don't go together
	 */
	check?(value: Value, values: Record<string, unknown>): void;
	/** The value where the field isn't set, as when the editor hides it. Without it, it has to be set. */
	unset?: Value;
	optional?: Optional;
	/** Whether the value says what is acted on; it is then named in items and errors. */
	identifies?: true;
	/** Where `read` may give a `Clue` in place of a value: what it is looked up in before a request is made. */
	directory?: Directory;
}

/**
 * Reads a parameter or a part of one. What was given and is of no use is refused: a filter, a guard or
 * a limit that silently vanished would let a command reach devices that were never meant.
 *
 * @param value what n8n made of the parameter, or {@link absent}
 * @param place where it is on the screen beside its label, such as ` in 'Only If'`
 * @throws UserError that names the label
 */
export function readField<Value>(
	field: Field<Value>,
	value: unknown,
	surroundings: Surroundings,
	place = '',
): Value {
	const { optional } = field;
	const isEmpty =
		value === absent || (isNothing(value) && !(optional === 'emptyText' && value === ''));
	if (!isEmpty) return field.read(value, surroundings);
	if ('unset' in field && (value === absent || optional === 'nothing')) return field.unset as Value;
	throw emptyField(`'${field.property.displayName}'${place}`);
}

/**
 * What n8n has of a parameter: its value, or {@link absent} where it isn't in the node or was left blank.
 *
 * @param raw the parameter as it is stored, with its expressions
 * @param evaluate gives its value, or what is handed to it where the parameter isn't in the node
 * @throws UserError that names the label where an expression can't be evaluated
 */
export function valueOf(
	{ optional, property }: Field,
	raw: unknown,
	evaluate: (fallback: typeof absent) => unknown,
): unknown {
	if (raw === '' && (optional === 'leftBlank' || optional === 'nothing')) return absent;
	const evaluated = attempt(() => evaluate(absent));
	if ('value' in evaluated) return withoutEmptied(property, raw, evaluated.value);
	const { message, description } = evaluated.error as Error & { description?: string };
	throw new UserError(`The expression in '${property.displayName}' failed: ${message}`, {
		description: description ?? 'Nothing was sent. Correct the expression.',
	});
}

/** Kinds of parameters for which an object without anything in it would stand for "nothing was added". */
const holders = ['collection', 'fixedCollection', 'json'];

/**
 * What an expression gave, undefined in place of an object without anything in it: n8n drops what is
 * undefined on the way between nodes, so a condition that found nothing arrives as an empty object.
 */
function withoutEmptied(property: INodeProperties, raw: unknown, value: unknown): unknown {
	if (typeof raw === 'string' && raw.startsWith('=') && holders.includes(property.type)) {
		return isEmptyObject(value) ? undefined : value;
	}
	if (property.type !== 'collection' || !isPlainObject(value) || !isPlainObject(raw)) return value;
	const members = (property.options ?? []) as INodeProperties[];
	const given = members.filter(({ name }) => Object.hasOwn(value, name));
	const read = given.map((one) => [one.name, withoutEmptied(one, raw[one.name], value[one.name])]);
	return { ...value, ...(Object.fromEntries(read) as object) };
}

function attempt(evaluate: () => unknown): { value: unknown } | { error: unknown } {
	try {
		return { value: evaluate() };
	} catch (error) {
		return { error };
	}
}
