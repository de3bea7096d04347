import { resources } from '../../nodes/Miradore/resources';
import { execute } from '../core/execute';
import { credentialOf, useSite } from '../core/site';
import { loadContract, type LoggedRequest } from '../simulator';
import { createContractReader, type ContractReader } from '../simulator/contract';
import { expectDevice } from './device';
import type { Expectation } from './expectation';
import { expectOthers } from './others';

const simulation = useSite();
let readContract: ContractReader;
beforeAll(async () => {
	readContract = await createContractReader();
});

const operations = resources.flatMap((resource) =>
	resource.operations.map(({ value }) => ({ resource: resource.value, operation: value })),
);
const expectations = () => ({ ...expectDevice(simulation.site), ...expectOthers(simulation.site) });

describe.each(operations)('$resource: $operation keeps to the contract', (names) => {
	it.each(['header', 'path'])('with the site in the %s', async (siteNameIn) => {
		for (const expected of expectations()[`${names.resource} ${names.operation}`]) {
			simulation.site.clearRequests();
			simulation.site.clearFaults();
			// What the site answers is of no account here: the request is.
			simulation.site.addFault({ status: 200, body: answerTo(expected) });
			const { error } = await execute({
				parameters: { ...names, ...expected.parameters },
				credential: credentialOf(simulation.site, { siteNameIn }),
			});
			expect(error).toBeUndefined();
			expect(simulation.site.requests).toHaveLength(1);
			const [request] = simulation.site.requests;
			if (expected.call.includes(' ')) expectV1(request, expected);
			else expectV2(request, expected, siteNameIn === 'header');
		}
	});
});

/** An answer that the operation can read. */
function answerTo({ call }: Expectation): string {
	return call.startsWith('GET /API')
		? '<Content><Items count="1"><Item><ID>1</ID></Item></Items></Content>'
		: '[]';
}

function expectV1(request: LoggedRequest, { call, query }: Expectation): void {
	const { apiKey, siteName } = simulation.site;
	const [path] = request.url.split('?');
	expect(`${request.method} ${path}`).toBe(call.replace('/API', `/${siteName}/API`));
	expect({ ...request.query }).toEqual({ ...query, auth: apiKey });
	expect(request.url).toContain(`auth=${encodeURIComponent(apiKey)}`);
	expect(request.url).not.toMatch(/[ ,{}+]/);
	expect(request.body).toBe('');
	expect(request.headers.accept).toBe('application/xml');
	expect(request.headers).not.toHaveProperty('x-api-key');
	expect(request.headers).not.toHaveProperty('x-instance-name');
}

function expectV2(
	request: LoggedRequest,
	{ call, path, query, body }: Expectation,
	inHeader: boolean,
): void {
	const { apiKey, siteName } = simulation.site;
	const [, queryString = ''] = request.url.split('?');
	const headers = request.headers as Record<string, string>;
	expect(readContract({ ...request, query: queryString, headers })).toEqual({
		operation: call,
		pathParameters: path,
		violations: [],
	});
	expect({ ...request.query }).toEqual(query);
	expect(request.headers.accept).toBe('application/json');
	expect(request.body === '' ? undefined : JSON.parse(request.body)).toEqual(body);
	expect(headers['content-type']).toBe(body === undefined ? undefined : 'application/json');
	expect(headers['x-api-key']).toBe(apiKey);
	expect(headers['x-instance-name']).toBe(inHeader ? siteName : undefined);
	expect(request.url).toMatch(inHeader ? /^\/api\/v2\// : `/${siteName}/api/v2/`);
}

describe('the expected requests', () => {
	it('are there for every operation and for nothing else', () => {
		expect(Object.keys(expectations()).sort()).toEqual(
			operations.map(({ resource, operation }) => `${resource} ${operation}`).sort(),
		);
	});

	it('cover every method of all 29 paths of API v2, save the one that refuses every key', async () => {
		const { paths = {} } = await loadContract();
		expect(Object.keys(paths)).toHaveLength(29);
		const defined = Object.values(paths).flatMap((methods) =>
			Object.values(methods ?? {}).flatMap((method) =>
				typeof method === 'object' && 'operationId' in method ? [method.operationId] : [],
			),
		);
		const calls = Object.values(expectations())
			.flat()
			.map(({ call }) => call);
		const covered = calls.filter((call) => !call.includes(' '));
		const callable = defined.filter((call) => call !== 'getSuspendedDevices');
		expect([...new Set(covered)].sort()).toEqual(callable.sort());
	});
});
