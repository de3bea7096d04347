import type { IDataObject } from 'n8n-workflow';
import { resources } from '../nodes/Miradore/resources';
import { execute } from './core/execute';
import { credentialOf, useSite } from './core/site';
import { createContractReader, type ContractReader } from './simulator/contract';

const deviceId = { __rl: true, mode: 'id', value: '1' };

/**
 * For each operation, parameters that set all that can be sent, and the request that the contract
 * names: the operation in openapi.yaml and the query.
 */
const expected: Record<string, { parameters: IDataObject; operationId: string; query: object }> = {
	'device lock': { parameters: { deviceId }, operationId: 'lockDevice', query: {} },
	'device getLocations': {
		parameters: { deviceId, filters: { startDate: '2026-11-17', endDate: '2026-11-18' } },
		operationId: 'getDeviceLocations',
		query: { startDate: '2026-11-17', endDate: '2026-11-18' },
	},
};

const simulation = useSite();
let readContract: ContractReader;
beforeAll(async () => {
	readContract = await createContractReader();
});

const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({
		resource: resource.value,
		operation: operation.value,
	})),
);

describe.each(operations)(
	'$resource: $operation keeps to the contract',
	({ resource, operation }) => {
		it.each(['header', 'path'])('with the site in the %s', async (siteNameIn) => {
			const { parameters, operationId, query } = expected[`${resource} ${operation}`];
			const { error } = await execute({
				parameters: { resource, operation, ...parameters },
				credential: credentialOf(simulation.site, { siteNameIn }),
			});
			expect(error).toBeUndefined();
			expect(simulation.site.requests).toHaveLength(1);
			const [request] = simulation.site.requests;
			const { path, headers, url } = request;
			const [, queryString = ''] = url.split('?');
			expect(
				readContract({
					...request,
					path,
					query: queryString,
					headers: headers as Record<string, string>,
				}),
			).toEqual({
				operation: operationId,
				pathParameters: path.startsWith('/Device/') ? { id: '1' } : {},
				violations: [],
			});
			expect({ ...request.query }).toEqual(query);
			const { apiKey, siteName } = simulation.site;
			expect(headers['x-api-key']).toBe(apiKey);
			expect(headers['x-instance-name']).toBe(siteNameIn === 'header' ? siteName : undefined);
			expect(url.startsWith(siteNameIn === 'header' ? '/api/v2/' : `/${siteName}/api/v2/`)).toBe(
				true,
			);
		});
	},
);

it('has an expected request for every operation and for nothing else', () => {
	expect(Object.keys(expected).sort()).toEqual(
		operations.map(({ resource, operation }) => `${resource} ${operation}`).sort(),
	);
});
