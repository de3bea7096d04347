import type { IDataObject } from 'n8n-workflow';
import { execute } from './core/execute';
import { useSite } from './core/site';

const simulation = useSite();
const error = '<Error><Description>No <b>device</b></Description><Code>404</Code></Error>';

describe('An answer with status 200 to a read', () => {
	const read = (parameters: IDataObject, body: string | object) => {
		simulation.site.addFault({ status: 200, body });
		return execute({
			parameters: { deviceId: { __rl: true, mode: 'id', value: '1' }, ...parameters },
			credential: simulation.credential,
		});
	};

	it.each<[IDataObject, string | object]>([
		[{ operation: 'getLocations' }, { success: false, message: 'No' }],
		[{ operation: 'getLocations' }, `<Content>${error}</Content>`],
		[
			{ resource: 'user', operation: 'get', user: { __rl: true, mode: 'id', value: '5' } },
			{ isSuccess: 'False', reason: 'No' },
		],
		[{ operation: 'getAll' }, `<?xml version="1.0"?><Content>${error}</Content>`],
	])('of %j is no data when it is %j', async (parameters, body) => {
		const { error: thrown, success } = await read(parameters, body);
		expect(success).toEqual([]);
		expect(thrown?.message).toContain('Miradore answered that it could not do this (200)');
		expect(thrown?.description).toMatch(/Miradore said: .*No/);
	});

	it('is no data when it is a web page behind a comment', async () => {
		const { error: thrown } = await read({ operation: 'getLocations' }, '<!-- x --><head></head>');
		expect(thrown?.message).toContain('A web page came instead of an answer of the API');
		expect(thrown?.message).not.toContain('It is not known');
	});

	it('may have values that would be a no to a command', async () => {
		const attributes = [
			{ name: 'State', status: 'failed', error: 'Screen broken', success: false },
		];
		const { error: thrown, success } = await read({ operation: 'getCustomAttributes' }, attributes);
		expect(thrown).toBeUndefined();
		expect(success.map(({ json }) => json)).toMatchObject(attributes);
	});
});
