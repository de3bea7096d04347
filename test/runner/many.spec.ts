import { execute } from '../core/execute';
import { useSite } from '../core/site';

const simulation = useSite();
beforeEach(() => {
	for (const device of simulation.site.fleet.devices) {
		device.status = 'Active';
		device.lockedAt = [];
	}
	simulation.site.peakConcurrency = 0;
	simulation.site.latency = 0;
	simulation.site.maxConcurrent = undefined;
});

const ids = () => simulation.site.fleet.devices.map(({ id }) => id);

const lockAll = (options = {}, settings = {}) =>
	execute({
		parameters: {
			operation: 'lock',
			deviceId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			options,
		},
		items: ids().map((id) => ({ id })),
		credential: simulation.credential,
		...settings,
	});

const locks = () => simulation.site.fleet.devices.map(({ lockedAt }) => lockedAt.length);

describe('many devices', () => {
	it.each([
		[{}, 10],
		[{ maxParallelRequests: 1 }, 1],
		[{ maxParallelRequests: 5 }, 5],
	])('are sent with %p at most %d at a time', async (options, most) => {
		simulation.site.latency = 20;
		const { success } = await lockAll(options);
		expect(success).toHaveLength(24);
		expect(simulation.site.peakConcurrency).toBe(most);
	});

	it('give their items in input order, whatever the order of the answers', async () => {
		for (const id of ids())
			simulation.site.addFault({ path: `/Device/${id}/Lock`, delay: (id * 37) % 60 });
		const { success } = await lockAll();
		expect(success.map(({ json, pairedItem }) => [json.deviceId, pairedItem])).toEqual(
			ids().map((id, item) => [id, { item }]),
		);
	});

	it('are all locked exactly once on a site that takes only 5 at a time', async () => {
		simulation.site.latency = 20;
		simulation.site.maxConcurrent = 5;
		const { success, error } = await lockAll();
		expect(error).toBeUndefined();
		expect(success).toHaveLength(24);
		expect(locks()).toEqual(ids().map(() => 1));
		expect(simulation.site.requests.some(({ status }) => status === 429)).toBe(true);
	}, 20_000);

	it('start no more after a failure; those in flight are awaited and named', async () => {
		simulation.site.addFault({ path: '/Device/3/Lock', status: 404, delay: 50 });
		simulation.site.addFault({ path: /./, delay: 100 });
		const { error } = await lockAll({ maxParallelRequests: 5 });
		const locked = ids().filter((_, index) => locks()[index] === 1);
		expect(locked).toEqual([1, 2, 4, 5]);
		expect(simulation.site.requests).toHaveLength(5);
		expect(error?.description).toContain(
			'Sent to Miradore: Device 1–2, 4–5.<br>Failed: Device 3.<br>Not sent: Device 6–24.',
		);
	});

	it('are not sent any more once the execution is cancelled', async () => {
		simulation.site.latency = 100;
		await lockAll({ maxParallelRequests: 2 }, { cancelAfter: 250 });
		const sent = simulation.site.requests.length;
		expect(sent).toBeLessThanOrEqual(8);
		await new Promise((resolve) => setTimeout(resolve, 500));
		expect(simulation.site.requests).toHaveLength(sent);
	});

	it('do not wait on after the execution is cancelled', async () => {
		simulation.site.addFault({ status: 429, headers: { 'retry-after': '60' } });
		const start = Date.now();
		await lockAll({}, { cancelAfter: 200 });
		expect(Date.now() - start).toBeLessThan(5000);
	});
});
