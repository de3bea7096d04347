/** A field by which a body tells how its request went. */
interface Sign {
	/** In small letters, without separators. */
	names: string[];
	saysNo(value: unknown): boolean;
	saysYes?(value: unknown): boolean;
	/** Whether what it says of a failure leaves open what became of the request. */
	leavesOpen?(value: unknown): boolean;
}

/** A flag for which a body can hardly have another use. */
export const flag: Sign = {
	names: [
		...['success', 'succeeded', 'successful', 'wassuccessful', 'ok'],
		...['issuccess', 'issuccessful', 'issuccessstatuscode', 'isok'],
	],
	saysNo: (value) =>
		isWord(value, 'false', 'no', 'n', '0') || complaintOf(String(value)) !== undefined,
	saysYes: (value) =>
		isWord(value, 'true', 'yes', 'y', '1', 'ok', 'success') ||
		Number(value) > 0 ||
		(Array.isArray(value) && value.length > 0),
};

/** None is documented, for what commands answer isn't (miradore-api.md 4): the usual ways to say no. */
export const signs: Sign[] = [
	flag,
	{
		names: ['accepted', 'isaccepted', 'queued', 'isqueued', 'enqueued', 'valid', 'isvalid'],
		saysNo: (value) => isWord(value, 'false', 'no', '0'),
	},
	{
		names: [
			...['error', 'errors', 'errormessage', 'errormessages', 'errordescription', 'errorcode'],
			...['errorcount', 'fault', 'failed', 'failures', 'failedcount', 'failurecount'],
			...['exception', 'exceptionmessage', 'validationerrors', 'modelstate'],
			...['iserror', 'haserror', 'haserrors', 'isfailed', 'isfailure', 'hasfailed'],
		],
		saysNo: tellsSomething,
	},
	{
		names: ['status', 'statuscode', 'state', 'result', 'outcome', 'code'],
		saysNo: (value) => isWord(value, 'false') || complains(value) || toStatus(value) >= 400,
		leavesOpen: (value) =>
			[408, 425].includes(toStatus(value)) ||
			toStatus(value) >= 500 ||
			(complains(value) && complaintOf(String(value)) === 'unclear'),
	},
];

/** Words for people: they count where no field says yes or no. */
export const messages = ['message', 'msg', 'detail', 'reason', 'statusmessage', 'statustext'];

/** Fields that hold the answer, or what became of the request. */
export const wrappers = [
	...['body', 'content', 'd', 'data', 'items', 'payload', 'response', 'result', 'results', 'value'],
	...['action', 'command', 'commands', 'job', 'operation', 'request', 'task'],
];

/** Whether a value is one of a few words, which are in small letters. */
export function isWord(value: unknown, ...words: string[]): boolean {
	return words.includes(String(value).trim().toLowerCase());
}

const complaint =
	/\b(errors?|exceptions?|fail|failed|failures?|denied|rejected|refused|invalid|not (found|supported|allowed|permitted)|unsupported|unauthori[sz]ed|forbidden|unsuccessful|cancell?ed|aborted|declined|prohibited|insufficient|exceeded|unable to|(can ?not|can['’]t|could ?n[o'’]t|could not)(?! be (undone|reversed|reverted))|(does|do|did)(n['’]t| not) (exist|support|have)|no (permissions?|access|rights?|such)|not (queued|accepted|sent|executed|carried out))\b/i;

const denial =
	/\b(no|not|without|zero|0) (any )?(errors?|exceptions?|failed|failures?)\b|\b(errors?|failed|failures?) ?[:=] ?(no|none|null|false|0)\b/gi;

const passing =
	/\b(gateway|upstream|unavailable|timed? ?out|overloaded|sign in|log ?in (again|first|required)|session (has )?expired|moved to)\b/i;

const confirmation =
	/\b(accepted|completed|created|done|ok|queued|scheduled|sent|succe(ss|ssful|ssfully|eded))\b/i;

/**
 * What words say of a request: no, where they complain; `unclear` where they confirm it, too, or where
 * something in between may have written them. Words that aren't known say nothing.
 */
export function complaintOf(words: string): 'no' | 'unclear' | undefined {
	const spelled = words
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.replace(/[_-]/g, ' ')
		.replace(denial, '');
	if (passing.test(spelled)) return 'unclear';
	if (!complaint.test(spelled)) return undefined;
	return confirmation.test(spelled) ? 'unclear' : 'no';
}

function complains(value: unknown): boolean {
	return typeof value === 'string' && complaintOf(value) !== undefined;
}

/** Whether a field for errors has one, and not the words or numbers for none, at any depth. */
function tellsSomething(value: unknown): boolean {
	if (typeof value === 'object' && value !== null) return Object.values(value).some(tellsSomething);
	const none = ['', 'undefined', 'null', 'false', '0', 'no', 'none', 'n/a', 'ok', 'success'];
	return !isWord(value, ...none, 'no error', 'no errors');
}

/** A status of HTTP; not a number where the value is none. */
function toStatus(value: unknown): number {
	const status = typeof value === 'number' || typeof value === 'string' ? Number(value) : NaN;
	return status < 600 ? status : NaN;
}
