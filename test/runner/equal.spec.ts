import type { IDataObject } from 'n8n-workflow';
import { execute, type Run } from '../core/execute';
import { triesAll } from '../core/random';
import { useSite } from '../core/site';
import type { SimulatedSite } from '../simulator';

const simulation = useSite();
let devices: string;
beforeAll(() => (devices = JSON.stringify(simulation.site.fleet.devices)));
beforeEach(() => {
	simulation.site.fleet.devices = JSON.parse(devices) as SimulatedSite['fleet']['devices'];
});

const deviceId = { __rl: true, mode: 'id', value: '={{ $json.id }}' };

const run = (
	operation: string,
	items: IDataObject[],
	parameters = {},
	changes: Partial<Run> = {},
) =>
	execute({
		parameters: { operation, deviceId, ...parameters },
		items,
		credential: simulation.credential,
		...changes,
	});

const calls = () => simulation.site.requests.map(({ method, path }) => `${method} ${path}`);

describe('items that ask for the same', () => {
	it.each([
		['lock', {}],
		['reboot', {}],
		['addTag', { tag: 'Field' }],
		['removeCategory', {}],
		['getLocations', {}],
		['getCustomAttributes', {}],
	])('share one request of %s, and each gets its result', async (operation, parameters) => {
		const ids = [1, 2, 1, 3, 2, 1];
		const { success, error } = await run(
			operation,
			ids.map((id) => ({ id })),
			parameters,
		);
		expect(error).toBeUndefined();
		expect(simulation.site.requests).toHaveLength(3);
		const alone = await run(operation, [{ id: 1 }], parameters);
		for (const item of [0, 2, 5]) {
			const own = success.filter(
				({ pairedItem }) => (pairedItem as { item: number }).item === item,
			);
			expect(own.map(({ json }) => json)).toEqual(alone.success.map(({ json }) => json));
		}
		const origins = success.map(({ pairedItem }) => (pairedItem as { item: number }).item);
		expect(origins).toEqual([...origins].sort((one, other) => one - other));
	});

	it('share one request where 1,000 name five devices', async () => {
		const items = Array.from({ length: 1000 }, (_, index) => ({ id: (index % 5) + 1 }));
		const { success } = await run('lock', items);
		expect(success.map(({ json, pairedItem }) => [json.deviceId, pairedItem])).toEqual(
			items.map(({ id }, item) => [id, { item }]),
		);
		expect(calls().sort()).toEqual([1, 2, 3, 4, 5].map((id) => `POST /Device/${id}/Lock`));
	});

	it('are no burden where there are very many', async () => {
		// More than JavaScript takes as parameters of one call. Without an expression, n8n is quick with them.
		const items = Array.from({ length: triesAll ? 130_000 : 10_000 }, () => ({}));
		const all = { deviceId: { ...deviceId, value: '1' } };
		const { success, error } = await run('lock', items, all);
		expect(error).toBeUndefined();
		expect(success).toHaveLength(items.length);
		expect(success.at(-1)?.pairedItem).toEqual({ item: items.length - 1 });
		expect(calls()).toEqual(['POST /Device/1/Lock']);
	});

	it('get items of their own, which a later node may change', async () => {
		const { success } = await run('lock', [{ id: 1 }, { id: 1 }]);
		success[0].json.note = 'mine';
		expect(success[1].json).toEqual({ success: true, outcome: 'sent', deviceId: 1 });
	});

	it('share what went wrong, too', async () => {
		const { success } = await run(
			'lock',
			[{ id: 999 }, { id: 1 }, { id: 999 }],
			{},
			{
				settings: { onError: 'continueRegularOutput' },
			},
		);
		expect(success.map(({ json }) => Boolean(json.error))).toEqual([true, false, true]);
		expect(calls().filter((call) => call.includes('999'))).toHaveLength(1);
	});

	it('share a command although their options differ, each under its own conditions', async () => {
		const { platform } = simulation.site.fleet.devices[0];
		const items = ['Other', platform, platform, 'Other'].map((one) => ({ id: 1, platform: one }));
		const { success } = await run('lock', items, { onlyIf: { platform: '={{ $json.platform }}' } });
		const skipped = success.map(({ json }) => json.outcome === 'skipped');
		expect(skipped).toEqual([true, false, false, true]);
		expect(calls().filter((call) => call.startsWith('POST'))).toHaveLength(1);
	});

	it.each([
		['another body', { attributeId: '1', value: '={{ $json.value }}' }],
		['another address', { attributeId: '={{ $json.value }}', value: 'x' }],
	])('send each its own with %s', async (_, parameters) => {
		const items = [1, 2].map((value) => ({ id: 1, value: String(value) }));
		await run('setCustomAttribute', items, parameters);
		expect(simulation.site.requests).toHaveLength(2);
	});

	it('send each its own where a read has other options', async () => {
		const items = [
			{ id: 1, latest: true },
			{ id: 1, latest: false },
		];
		const { success } = await run('getLocations', items, {
			options: { latestOnly: '={{ $json.latest }}' },
		});
		const of = (item: number) =>
			success.filter(({ pairedItem }) => (pairedItem as { item: number }).item === item);
		expect(of(0)).toHaveLength(1);
		expect(of(1).length).toBeGreaterThan(1);
	});
});
