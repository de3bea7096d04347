import { parseBody } from '../transport/answer';
import { judgeCommand } from '../transport/verdict';
import { readFix, readPlaceOf } from './fix';
import { isObject } from '../values/json';

/** Lists with these names tell of the answer itself. */
const asides = ['errors', 'links', 'messages', 'warnings'];

/**
 * The list that a body holds: bare, one location alone, or the only list of objects in an object, also
 * within another one or as JSON text.
 *
 * @returns undefined where there is none, or several, and where an empty one comes with an error
 */
export function findList(body: unknown): unknown[] | undefined {
	const value = unwrap(body);
	if (Array.isArray(value)) return value;
	if (!isObject(value)) return undefined;
	const list = listWithin(value);
	if (readPlaceOf(value) && !list?.length) return readFix(value) ? [value] : undefined;
	return list?.length === 0 && judgeCommand(value) ? undefined : list;
}

const mostLevels = 3;

/**
 * Whether an answer says of itself that there are more locations than came: by a count above theirs, or by
 * something that leads to the next ones. None was observed (miradore-api.md 2).
 */
export function isPart(body: unknown, came: number): boolean {
	const value = unwrap(body);
	if (!isObject(value)) return false;
	const parts = Object.values(value).filter(isObject);
	return [value, ...parts].flatMap(Object.entries).some(([name, said]) => {
		if (/(total|count)$/i.test(name)) return typeof said === 'number' && said > came;
		if (/^has_?more$/i.test(name)) return said === true;
		return /next|continuation/i.test(name) && Boolean(said) && said !== 'null';
	});
}

function listWithin(value: object, levels = mostLevels): unknown[] | undefined {
	if (levels === 0) return undefined;
	const parts = Object.entries(value)
		.filter(([name]) => !asides.includes(name.toLowerCase()))
		.map(([, part]) => unwrap(part));
	const lists = parts.filter(isListOfObjects);
	const below = parts.filter(isObject).map(deeper).filter(isListOfObjects);
	// An empty list counts where there is no other one.
	const filled = [lists, below].map((all) => all.filter(({ length }) => length > 0));
	const [found] = [...filled, lists, below].filter(({ length }) => length > 0);
	return found?.length === 1 ? found[0] : undefined;

	function deeper(part: object): unknown[] | undefined {
		return listWithin(part, levels - 1);
	}
}

function isListOfObjects(value: unknown): value is unknown[] {
	return Array.isArray(value) && value.every(isObject);
}

/** JSON in a text is read; anything else stays as it is. */
function unwrap(value: unknown): unknown {
	return typeof value === 'string' && /^\s*[[{]/.test(value) ? parseBody(value) : value;
}
