import { execute } from '../core/execute';
import { useSite } from '../core/site';
import { waitUntil } from '../n8n/waitUntil';

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
		const { site } = simulation;
		// None is answered before as many are there as may be, and those after them have had time to come.
		const before = () => waitUntil(() => site.requests.length >= most, 20, 5);
		site.addFault({ before, delay: 20 });
		const { success } = await lockAll(options);
		expect(success).toHaveLength(24);
		expect(site.peakConcurrency).toBe(most);
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
	});

	it('start no more after a failure; those in flight are awaited and named', async () => {
		const { site } = simulation;
		const third = () => site.requests.find(({ path }) => path === '/Device/3/Lock');
		const allAreThere = () => waitUntil(() => site.requests.length >= 5, 20, 5);
		site.addFault({ path: '/Device/3/Lock', status: 404, before: allAreThere });
		const hasFailed = () => waitUntil(() => third()?.status === 404, 20, 5);
		site.addFault({ before: hasFailed, delay: 100 });
		const { error } = await lockAll({ maxParallelRequests: 5 });
		const locked = ids().filter((_, index) => locks()[index] === 1);
		expect(locked).toEqual([1, 2, 4, 5]);
		expect(site.requests).toHaveLength(5);
		expect(error?.description).toContain(
			'Sent to Miradore: Device 1–2, 4–5.\nFailed: Device 3.\nNot sent: Device 6–24.',
		);
	});

	it('are not sent any more once the execution is cancelled', async () => {
		const { site } = simulation;
		let isCancelled = false;
		const areThere = waitUntil(() => site.requests.length >= 4, 20, 5);
		// The first two are answered, and the two after them only once the execution is cancelled.
		site.addFault({ times: 2 });
		site.addFault({ before: () => waitUntil(() => isCancelled, 20, 5) });
		const cancelOn = areThere.then(() => void setImmediate(() => (isCancelled = true)));
		await lockAll({ maxParallelRequests: 2 }, { cancelOn });
		await waitUntil(() => isCancelled && site.inWork === 0, 20, 5);
		// Whatever an answer still set off would be there before a run that comes later.
		site.clearFaults();
		await lockAll({}, { items: [{ id: 24 }] });
		expect(site.requests.map(({ path }) => path)).toEqual(
			[1, 2, 3, 4, 24].map((id) => `/Device/${id}/Lock`),
		);
	});

	it('do not wait on after the execution is cancelled', async () => {
		const { site } = simulation;
		site.addFault({ path: /Lock/, status: 429, headers: { 'retry-after': '250' } });
		const areRefused = () => site.requests.length >= 10 && site.inWork === 0;
		const read = {
			parameters: { resource: 'customAttribute', operation: 'getAll', returnAll: true },
			credential: simulation.credential,
		};
		// When another run is done that comes later, this one has read the answers and waits.
		const cancelOn = waitUntil(areRefused, 20, 5).then(() => execute(read));
		await lockAll({}, { cancelOn });
		expect(site.requests.map(({ status }) => status)).toEqual([
			...Array<number>(10).fill(429),
			200,
		]);
	});
});
