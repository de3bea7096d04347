/**
 * What an answer's body says of its own request: no, no to a part of it, or something that is neither
 * a yes nor a no.
 */
export type Verdict = 'no' | 'partly' | 'unclear';

type Fields = Record<string, unknown>;

/** A field by which a body tells how its request went. */
interface Sign {
	/** In small letters, without separators. */
	names: string[];
	saysNo(value: unknown): boolean;
	saysYes?(value: unknown): boolean;
	/** Whether a no may come from a gateway, which only knows that it got no answer itself. */
	leavesOpen?(value: unknown): boolean;
}

const flag: Sign = {
	names: ['success', 'succeeded', 'successful', 'issuccess', 'ok'],
	saysNo: (value) => isWord(value, 'false'),
	saysYes: (value) => isWord(value, 'true'),
};

/** None is documented, for what commands answer isn't (miradore-api.md 4): the usual ways to say no. */
const signs: Sign[] = [
	flag,
	{
		names: ['error', 'errors', 'errormessage'],
		saysNo: (value) => isFilled(value) && !isWord(value, 'false', 'null', 'none', '0'),
	},
	{
		names: ['status', 'statuscode'],
		saysNo: (value) => isWord(value, 'error', 'failed', 'failure') || toStatus(value) >= 400,
		leavesOpen: (value) => [408, 425].includes(toStatus(value)) || toStatus(value) > 500,
	},
];

/** Fields that may hold what is meant. */
const wrappers = ['data', 'items', 'response', 'result', 'results', 'value'];

/**
 * Reads the body of a command's answer.
 *
 * @returns undefined where nothing in it says no: then the status stands
 */
export function judgeCommand(body: unknown): Verdict | undefined {
	if (Array.isArray(body)) return judgeList(body.map(judgeCommand));
	if (!isFields(body)) return undefined;
	const own = judgeFields(body, signs);
	const held = Object.entries(body)
		.filter(([name]) => wrappers.includes(plain(name)))
		.map(([, value]) => judgeCommand(value))
		.find(Boolean);
	if (own === 'yes') return held === 'no' ? 'unclear' : held;
	return own === 'no' ? (held ?? own) : (own ?? held);
}

/** Reads the body of a read's answer; all but a flag that says no may well be data. */
export function judgeRead(body: unknown): Verdict | undefined {
	const verdict = isFields(body) ? judgeFields(body, [flag]) : undefined;
	return verdict === 'yes' ? undefined : verdict;
}

function judgeList(verdicts: Array<Verdict | undefined>): Verdict | undefined {
	const given = verdicts.find(Boolean);
	return verdicts.every((verdict) => verdict === given) ? given : 'partly';
}

function judgeFields(fields: Fields, known: Sign[]): Verdict | 'yes' | undefined {
	let verdict: Verdict | 'yes' | undefined;
	for (const [name, value] of Object.entries(fields)) {
		const sign = known.find(({ names }) => names.includes(plain(name)));
		const says = sign?.saysNo(value) ? 'no' : sign?.saysYes?.(value) ? 'yes' : undefined;
		if (!says) continue;
		const isUnclear = (verdict ?? says) !== says || sign?.leavesOpen?.(value);
		verdict = isUnclear ? 'unclear' : says;
	}
	return verdict;
}

function plain(name: string): string {
	return name.replace(/[\s_-]/g, '').toLowerCase();
}

function isWord(value: unknown, ...words: string[]): boolean {
	return words.includes(String(value).trim().toLowerCase());
}

function isFilled(value: unknown): boolean {
	if (typeof value === 'object') return Object.keys(value ?? {}).length > 0;
	return value !== undefined && String(value).trim() !== '';
}

/** Not a number where the value is none. */
function toStatus(value: unknown): number {
	return typeof value === 'number' || typeof value === 'string' ? Number(value) : NaN;
}

function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
