import { execute } from './core/execute';
import { useSite } from './core/site';

const simulation = useSite();
const lock = {
	operation: 'lock',
	deviceId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
};

/** Runs Lock for devices by their ids. */
const lockDevices = (ids: unknown[], settings = {}) =>
	execute({
		parameters: lock,
		items: ids.map((id) => ({ id }) as never),
		credential: simulation.credential,
		...settings,
	});

/** The ids of devices that can be locked, in the order of the fleet. */
const activeIds = (count: number) =>
	simulation.site.fleet.devices
		.filter(({ status }) => status !== 'Deleted')
		.slice(0, count)
		.map(({ id }) => id);

const locksOf = (id: number) =>
	simulation.site.fleet.devices.find((device) => device.id === id)?.lockedAt.length;

const retiredId = () =>
	simulation.site.fleet.devices.find(({ status }) => status === 'Deleted')?.id ?? 0;

beforeEach(() => simulation.site.fleet.devices.forEach((device) => (device.lockedAt = [])));

describe('Lock', () => {
	it('locks each device once, and links each confirmation to its input item', async () => {
		const ids = activeIds(3);
		const { success, error } = await lockDevices(ids);
		expect(error).toBeUndefined();
		expect(success).toEqual(
			ids.map((deviceId, item) => ({
				json: { success: true, outcome: 'sent', deviceId },
				pairedItem: { item },
			})),
		);
		expect(ids.map(locksOf)).toEqual([1, 1, 1]);
	});

	it('sends a POST without a body, with the key and the site in headers', async () => {
		const [id] = activeIds(1);
		await lockDevices([id]);
		const [request, ...others] = simulation.site.requests;
		expect(others).toEqual([]);
		expect(request).toMatchObject({
			method: 'POST',
			url: `/api/v2/Device/${id}/Lock`,
			siteNamedIn: 'header',
		});
		expect(request.body ?? '').toBe('');
		expect(request.headers).toMatchObject({
			'content-length': '0',
			'x-api-key': simulation.site.apiKey,
			'x-instance-name': simulation.site.siteName,
		});
	});

	it('stops at the first device that fails and tells which were locked and which were not', async () => {
		const [first, second, last] = activeIds(3);
		const { error, success, failed } = await execute({
			parameters: { ...lock, options: { maxParallelRequests: 1 } },
			items: [first, second, 99999, last].map((id) => ({ id })),
			credential: simulation.credential,
		});
		expect(error).toMatchObject({
			name: 'NodeApiError',
			message: 'Device 99999: Miradore did not find it (404) [item 2]',
			context: { itemIndex: 2 },
		});
		expect(error?.description).toContain(`Sent to Miradore: Device ${first}–${second}.`);
		expect(error?.description).toContain('Failed: Device 99999.');
		expect(error?.description).toContain(`Not sent: Device ${last}.`);
		expect([first, second, last].map(locksOf)).toEqual([1, 1, 0]);
		expect([...success, ...failed]).toEqual([]);
	});

	it('refuses a bad device id in any item before anything is sent', async () => {
		const { error } = await lockDevices([...activeIds(2), '12/../13']);
		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: "'Device' is not a device ID: 12/../13 [item 2]",
			context: { itemIndex: 2 },
		});
		expect(simulation.site.requests).toEqual([]);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'goes on with %s: a failed item has the error alone, and the others are locked',
		async (onError) => {
			const [first, last] = activeIds(2);
			const retired = retiredId();
			const { success, failed, error } = await lockDevices([first, retired, 'x', last], {
				settings: { onError },
			});
			expect(error).toBeUndefined();
			const good = [
				{ json: { success: true, outcome: 'sent', deviceId: first }, pairedItem: { item: 0 } },
				{ json: { success: true, outcome: 'sent', deviceId: last }, pairedItem: { item: 3 } },
			];
			const notFound = {
				error: `Device ${retired}: Miradore did not find it (404)`,
				message: expect.stringContaining('retired or deleted') as string,
				details: { deviceId: retired, httpCode: 404 },
			};
			const notAnId = {
				error: "'Device' is not a device ID: x",
				message:
					"Enter the number that Miradore gave the device, for example 12, or choose another way beside the field, such as 'By Serial Number'",
				details: {},
			};
			if (onError === 'continueErrorOutput') {
				expect(success).toEqual(good);
				// n8n 1 takes items with 'details' for good ones.
				expect(failed.map(({ json }) => json)).toEqual([
					{ id: retired, ...notFound, details: undefined },
					{ id: 'x', ...notAnId, details: undefined },
				]);
				expect(Object.keys(failed[0].json)).not.toContain('details');
			} else {
				expect(success).toEqual([
					good[0],
					{ json: notFound, pairedItem: { item: 1 } },
					{ json: notAnId, pairedItem: { item: 2 } },
					good[1],
				]);
			}
			expect([first, last].map(locksOf)).toEqual([1, 1]);
		},
	);

	it('asks for nothing when there are no items', async () => {
		const { error } = await lockDevices([]);
		expect(error).toBeUndefined();
		expect(simulation.site.requests).toEqual([]);
	});
});
