import type { LoggedRequest } from '../simulator';
import type { ContractReader } from '../simulator/contract';
import type { Expectation } from '../contract/expectation';

const headerNames = [
	'accept',
	'accept-encoding',
	'connection',
	'content-length',
	'content-type',
	'host',
	'user-agent',
	'x-api-key',
	'x-instance-name',
];

/** A value in a condition of API v1, either bare or in quotes that nothing in it can end. */
const value = /(?:[\w.@+-]+|'[^'"]*')/.source;
const condition = `[A-Z][\\w.]* (?:eq|ne|ge|contains) ${value}`;
const conditions = new RegExp(`^${condition}(?: and ${condition})*$`);
/** Several devices are looked up at once, by what each has of the same attribute. */
const anyOf = new RegExp(`^([A-Z][\\w.]*) eq ${value}(?: or \\1 eq ${value})*$`);

/** What may be wrong with a request; empty for one that the operation may send. */
type Complaints = string[];

/**
 * Judges the outside of a request: one that is made of the operation's own method and path, whatever
 * its values are, and nothing beside what belongs to it.
 */
export function judge(
	request: LoggedRequest,
	expected: Expectation[],
	readContract: ContractReader,
): Complaints {
	const { method, url, query, body, headers } = request;
	const [path, queryString = ''] = url.split('?');
	const complaints: Complaints = [];
	const complain = (isBad: boolean, text: string) => {
		if (isBad) complaints.push(`${text}: ${method} ${url.slice(0, 200)}`);
	};
	complain(/\/\.{0,2}(?:\/|$)|\\|[^\x21-\x7e]/.test(path), 'The path is not plain');
	complain(
		Object.values(query).some((value) => typeof value !== 'string'),
		'A value comes twice',
	);
	complain(
		Object.keys(headers).some((name) => !headerNames.includes(name)),
		'A foreign header',
	);
	if (request.api === 'v1') {
		// Query takes any item and any filters.
		const isFree = expected.some(({ parameters }) => 'item' in parameters);
		const patterns = expected.flatMap(({ call }) => patternOf(call, isFree));
		complain(
			![...patterns, lookUp].some((pattern) => pattern.test(`${method} ${path}`)),
			'No call of it',
		);
		const filters = query.filters as string | undefined;
		const isFilter = (text: string) => conditions.test(text) || anyOf.test(text);
		complain(!isFree && filters !== undefined && !isFilter(filters), 'Filters are changed');
		const known = ['select', 'filters', 'orderby', 'options', 'auth'];
		complain(
			Object.keys(query).some((name) => !known.includes(name)),
			'A foreign parameter',
		);
		complain(body !== '', 'A body');
		return complaints;
	}
	const reading = readContract({
		method,
		path: request.path,
		query: queryString,
		headers: headers as Record<string, string>,
		body,
	});
	const called = expected.find(({ call }) => call === reading?.operation);
	complain(!called, 'No call of it');
	const broken = reading?.violations.filter(({ where }) => /^\/(path|query)/.test(where)) ?? [];
	// What the parameter for an email address is called is for the user to say.
	const byEmail = called?.call.endsWith('ByEmail') && Object.keys(query).length === 1;
	complain(!byEmail && broken.length > 0, JSON.stringify(broken));
	return complaints;
}

/** Whether a request only looks a device up for an operation that is about another call. */
export function isLookUp({ method, url }: LoggedRequest, expected: Expectation[]): boolean {
	const isOwn = expected.some(({ call }) => call.startsWith('GET /API/Device'));
	return !isOwn && lookUp.test(`${method} ${url.split('?')[0]}`);
}

const lookUp = /^GET \/acme\/API\/Device$/;

/** `PUT /API/Device/1/Tag/two%20words` stands for any device and any tag, `/API/Device` of Query for any item. */
function patternOf(call: string, isFree: boolean): RegExp[] {
	if (!call.includes(' ')) return [];
	const path = call
		.replace('/API', '/acme/API')
		.replace('/1/', '/[1-9]\\d*/')
		.replace(/Tag\/.+/, 'Tag/[^/]+')
		.replace(/Device$/, isFree ? '[A-Za-z]+' : 'Device');
	return [new RegExp(`^${path}$`)];
}
