import { isObject } from '../values/json';
import { plainName } from '../values/plainName';
import { parseBody } from './answer';
import { isForeignDocument } from './markup';
import { complaintOf, flag, isWord, messages, signs, wrappers } from './signs';
import { parseXml, toFields } from './xml';

/**
 * What an answer's body says of its own request: no, no to a part of it, or something that is neither
 * a yes nor a no.
 */
export type Verdict = 'no' | 'partly' | 'unclear';

type Fields = Array<[name: string, value: unknown]>;

/**
 * Reads the body of a command's answer.
 *
 * @param sent the body of the request: what the answer only repeats of it says nothing
 * @returns undefined where nothing in it says no: then the status stands
 */
export function judgeCommand(body: unknown, sent?: unknown): Verdict | undefined {
	if (Array.isArray(body)) return judgeList(body.map((element) => judgeCommand(element, sent)));
	if (typeof body === 'string') return judgeText(body, sent);
	if (!isObject(body)) return body === false ? 'no' : undefined;
	const fields = Object.entries(body).filter(([name, value]) => !repeats(sent, name, value));
	const own = judgeFields(fields);
	const held = fields.map(([name, value]) => judgeHeld(name, value, sent)).find(Boolean);
	if (own === 'yes') return held === 'no' ? 'unclear' : held;
	return own === 'no' ? (held ?? own) : (own ?? held ?? judgeMessages(fields));
}

/** Reads the body of a read's answer; all but a flag that says no may well be data. */
export function judgeRead(body: unknown): Verdict | undefined {
	if (!isObject(body)) return undefined;
	const flags = Object.entries(body).filter(([name, value]) => isFlag(name) && value !== null);
	if (!flags.some(([, value]) => flag.saysNo(value))) return undefined;
	return flags.some(([, value]) => flag.saysYes?.(value)) ? 'unclear' : 'no';
}

function judgeList(verdicts: Array<Verdict | undefined>): Verdict | undefined {
	const given = verdicts.find(Boolean);
	return verdicts.every((verdict) => verdict === given) ? given : 'partly';
}

function judgeFields(fields: Fields): Verdict | 'yes' | undefined {
	let verdict: Verdict | 'yes' | undefined;
	for (const [name, value] of fields) {
		const sign = signs.find(({ names }) => names.includes(plainName(name)));
		const says = sign?.saysNo(value) ? 'no' : sign?.saysYes?.(value) ? 'yes' : undefined;
		if (!sign || (!says && !sign.saysYes)) continue;
		const isUnclear = !says || (verdict ?? says) !== says || sign.leavesOpen?.(value);
		verdict = isUnclear ? 'unclear' : says;
	}
	return verdict;
}

/** Of what is in another thing than the answer itself, a flag alone counts, and may be about that thing. */
function judgeHeld(name: string, value: unknown, sent: unknown): Verdict | undefined {
	if (wrappers.includes(plainName(name))) return judgeCommand(value, sent);
	return holdsNo(value) ? 'unclear' : undefined;
}

function holdsNo(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return Object.entries(value).some(
		([name, inner]) => (isFlag(name) && flag.saysNo(inner)) || holdsNo(inner),
	);
}

function isFlag(name: string): boolean {
	return flag.names.includes(plainName(name));
}

function judgeMessages(fields: Fields): Verdict | undefined {
	const said = fields.filter(([name]) => messages.includes(plainName(name)));
	return said.map(([, text]) => complaintOf(String(text))).find(Boolean);
}

function repeats(sent: unknown, name: string, value: unknown): boolean {
	if (!isObject(sent)) return false;
	const same = Object.entries(sent).filter(([sentName]) => plainName(sentName) === plainName(name));
	return same.some(([, sentValue]) => sentValue === value);
}

/** What JSON begins with, also behind what keeps browsers from running it, or what it has further on. */
const json = /^[^\w<]*["[{]|[[{]\s*["[{]/;

/** More than any command could answer. */
const longestDocument = 100_000;

function judgeText(text: string, sent: unknown): Verdict | undefined {
	if (isWord(text, 'false')) return 'no';
	if (!text.startsWith('<') && json.test(text)) {
		const parsed = parseBody(text.slice(text.search(/["[{]/)));
		return typeof parsed === 'string' ? 'unclear' : judgeCommand(parsed, sent);
	}
	if (!/<[a-z!?/]/i.test(text)) return complaintOf(text);
	// A document that isn't one of API v1 may come from something in between.
	if (isForeignDocument(text)) return complaintOf(text) ?? 'unclear';
	const content = text.length <= longestDocument ? parseXml(text) : undefined;
	return content ? judgeCommand(toFields(content), sent) : 'unclear';
}
