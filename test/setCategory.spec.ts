import type { IDataObject } from 'n8n-workflow';
import { execute } from './core/execute';
import { useSite } from './core/site';

const simulation = useSite();

describe('Device > Set Category', () => {
	const deviceId = { __rl: true, mode: 'id', value: '2' };
	const bodies = async (category: unknown, options: IDataObject = {}) => {
		const { error } = await execute({
			parameters: {
				operation: 'setCategory',
				deviceId,
				category: category as IDataObject,
				options: { ...options, dryRun: false },
			},
			credential: simulation.credential,
		});
		return error?.message ?? simulation.site.requests.map(({ body }) => JSON.parse(body) as object);
	};

	it.each([
		[{ __rl: true, mode: 'list', value: 'Shared' }, {}, { name: 'Shared' }],
		['={{ "Shared" }}', {}, { name: 'Shared' }],
		['={{ 5001 }}', { categoryField: 'categoryName' }, { categoryName: '5001' }],
		[{ __rl: true, mode: 'id', value: '5001' }, {}, { id: 5001 }],
		[
			{ __rl: true, mode: 'id', value: '5001' },
			{ categoryField: 'categoryId' },
			{ categoryId: 5001 },
		],
	])('of %j with %j sends %j', async (category, options, body) => {
		simulation.site.addFault({ status: 200 });
		expect(await bodies(category, options)).toEqual([body]);
	});

	it.each([
		[{ __rl: true, mode: 'id', value: 'Shared' }, "'Category' is not a whole number from 1"],
		[{ __rl: true, mode: 'name', value: 'a\nb' }, "'Category' is not the name of a category"],
	])('refuses %j before any request', async (category, message) => {
		expect(await bodies(category)).toContain(message);
		expect(simulation.site.requests).toEqual([]);
	});
});
