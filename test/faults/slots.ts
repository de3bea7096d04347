import type { IDataObject, INodeProperties, NodeParameterValueType } from 'n8n-workflow';
import type { Operation } from '../../nodes/Miradore/execution/operation';
import { usualValues } from '../core/usualValues';
import { isShown } from '../presence/places';

/** A place in an operation's parameters that takes a value. */
export interface Slot {
	/** The name of the innermost parameter, such as `startDate` or `mode`. */
	name: string;
	/** A value with which the operation does what it is for. */
	good: unknown;
	/** The collection that it is in, such as `filters`, and the option of it. */
	collection?: string;
	option?: string;
}

/** An operation's parameters, each an expression that takes its value from the input item. */
interface Template {
	parameters: IDataObject;
	slots: Slot[];
}

/** Values for parameters whose default would send nothing, wait, or be refused. */
const goodValues: IDataObject = {
	...usualValues,
	email: 'anna@example.com',
	furtherAttributes: 'User.Email',
	managedConfigurationId: 4,
	maximumDevices: 1_000_000,
	// So that requests come in the order of the items.
	maxParallelRequests: 1,
};

/** What can't be set beside others that are. */
const inPlaceOfOthers = ['lastDays', 'clear', 'search'];

/**
 * Makes every parameter of an operation a slot: with `nested`, also those within locators,
 * otherwise each locator as a whole.
 *
 * @param known parameters for which it is known what is sent
 */
export function templateOf({ fields }: Operation, known: IDataObject, nested: boolean): Template {
	const slots: Slot[] = [];
	const fill = (
		property: INodeProperties,
		given: unknown,
		place: Pick<Slot, 'collection' | 'option'> = {},
	): NodeParameterValueType | object => {
		const addSlot = (slotName: string, slotGood: unknown) =>
			`={{ $json.values[${slots.push({ name: slotName, good: slotGood, ...place }) - 1}] }}`;
		const { name, type } = property;
		const good = given ?? goodValues[name] ?? property.default;
		if (type === 'collection') {
			// n8n takes no expression for a collection as a whole.
			const values = (given ?? {}) as IDataObject;
			const options = ((property.options ?? []) as INodeProperties[]).filter(
				(option) => !inPlaceOfOthers.includes(option.name),
			);
			return Object.fromEntries(
				options.map((option) => [
					option.name,
					fill(option, values[option.name], { collection: name, option: option.name }),
				]),
			);
		}
		if (type === 'resourceLocator' && nested) {
			const { mode, value } = isObjectLocator(good) ? good : { mode: 'name', value: good };
			return { __rl: true, mode: addSlot('mode', mode), value: addSlot('value', value) };
		}
		return addSlot(name, good);
	};
	const parameters = Object.fromEntries(
		Object.entries(fields)
			.filter(([, { property }]) => isShown(property, known))
			.map(([name, { property }]) => [name, fill(property, known[name])]),
	);
	return { parameters, slots };
}

function isObjectLocator(good: unknown): good is { mode: string; value: unknown } {
	return typeof good === 'object' && good !== null && 'mode' in good;
}

/** What the parameters of an operation are called in the editor. */
export function labelsOf({ fields }: Operation): string[] {
	const label = ({ displayName, type, options = [] }: INodeProperties): string[] => [
		displayName,
		...(type === 'collection' ? (options as INodeProperties[]).flatMap(label) : []),
	];
	return Object.values(fields).flatMap(({ property }) => label(property));
}
