import { isObject } from '../values/json';
import { isForeignDocument } from './markup';

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

const failed = ['error', 'fail', 'failed', 'failure', 'rejected', 'refused', 'denied'];

const flag: Sign = {
	names: ['success', 'succeeded', 'successful', 'issuccess', 'ok'],
	saysNo: (value) => isWord(value, 'false', 'no', '0', 'unsuccessful', ...failed),
	saysYes: (value) => isWord(value, 'true', 'yes', '1'),
};

/** None is documented, for what commands answer isn't (miradore-api.md 4): the usual ways to say no. */
const signs: Sign[] = [
	flag,
	{
		names: ['error', 'errors', 'errormessage', 'errordescription', 'errorcode', 'fault'],
		saysNo: tellsSomething,
	},
	{ names: ['exception', 'exceptionmessage', 'iserror', 'haserrors'], saysNo: tellsSomething },
	{
		names: ['status', 'statuscode', 'state', 'result', 'outcome', 'code'],
		saysNo: (value) => isWord(value, 'false', 'unsuccessful', ...failed) || toStatus(value) >= 400,
		leavesOpen: (value) => [408, 425].includes(toStatus(value)) || toStatus(value) >= 500,
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
	if (typeof body === 'string') return judgeText(body);
	if (!isObject(body)) return body === false ? 'no' : undefined;
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
	if (!isObject(body)) return undefined;
	const isFlag = (name: string) => flag.names.includes(plain(name));
	const flags = Object.entries(body).filter(([name, value]) => isFlag(name) && value !== null);
	if (!flags.some(([, value]) => flag.saysNo(value))) return undefined;
	return flags.some(([, value]) => flag.saysYes?.(value)) ? 'unclear' : 'no';
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
		if (!sign || (!says && !sign.saysYes)) continue;
		const isUnclear = !says || (verdict ?? says) !== says || sign.leavesOpen?.(value);
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

/** Whether a field for errors has one, and not the words or numbers for none, at any depth. */
function tellsSomething(value: unknown): boolean {
	if (typeof value === 'object' && value !== null) return Object.values(value).some(tellsSomething);
	return !isWord(value, '', 'undefined', 'null', 'false', '0', 'none', 'ok', 'success', 'no error');
}

/** A status of HTTP; not a number where the value is none. */
function toStatus(value: unknown): number {
	const status = typeof value === 'number' || typeof value === 'string' ? Number(value) : NaN;
	return status < 600 ? status : NaN;
}

const complaint =
	/\b(error|exception|fail(ed|ure)?|denied|invalid|not found|unauthorized|forbidden|unavailable)\b/i;

/** Words that complain are a no. A document that isn't one of API v1 may come from something in between. */
function judgeText(text: string): Verdict | undefined {
	if (isForeignDocument(text)) return complaint.test(text) ? 'no' : 'unclear';
	return isWord(text, 'false') || complaint.test(text) ? 'no' : undefined;
}
