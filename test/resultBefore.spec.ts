import type { IDataObject } from 'n8n-workflow';
import { execute } from './core/execute';
import { useSite } from './core/site';
import type { SimulatedDevice } from './simulator';

const simulation = useSite();
const deviceId = { __rl: true, mode: 'id', value: '={{ $json.id }}' };
const run = (operation: string, parameters: IDataObject = {}, ids = [2], settings = {}) =>
	execute({
		parameters: {
			operation,
			deviceId,
			confirm: true,
			message: 'Lost',
			options: { waitForResult: 5 },
			...parameters,
		},
		items: ids.map((id) => ({ id })),
		credential: simulation.credential,
		...settings,
	});
/** What was asked, in order. */
const asked = () =>
	simulation.site.requests.map(({ method, path, query }) =>
		method === 'GET' ? `look ${String(query.filters)}` : `${method} ${path}`,
	);

let devices: string;
beforeAll(() => (devices = JSON.stringify(simulation.site.fleet.devices)));
beforeEach(() => {
	simulation.site.fleet.devices = JSON.parse(devices) as SimulatedDevice[];
});

const reason = (value: string) =>
	`It was ${value} before the command already, so that nothing shows whether Miradore carried the command out`;

describe("'Wait for Result' before the command", () => {
	it.each<[string, Partial<SimulatedDevice>, Record<string, string>]>([
		['enableLostMode', { lostModeStatus: 'Enabled' }, { lostModeStatusBefore: 'Enabled' }],
		[
			'enableLostMode',
			{ lostModeStatus: 'EnabledWithLocationTracking' },
			{ lostModeStatusBefore: 'EnabledWithLocationTracking' },
		],
		['disableLostMode', { lostModeStatus: 'Disabled' }, { lostModeStatusBefore: 'Disabled' }],
		['retire', { status: 'Deleted' }, { statusBefore: 'Deleted' }],
	])('%s tells what was so already: %j', async (operation, before, shown) => {
		Object.assign(simulation.site.fleet.devices[1], before);
		// The service takes such commands; the simulated site would not find a retired device.
		simulation.site.addFault({ path: /^\/Device/, status: 202 });
		const { success } = await run(operation);
		const [was] = Object.values(shown);
		expect(success.map(({ json }) => json)).toEqual([
			{
				success: true,
				outcome: 'sent',
				deviceId: 2,
				confirmed: false,
				...shown,
				reason: reason(was),
			},
		]);
		expect(asked()).toEqual(['look ID eq 2', expect.stringMatching(/^(POST|DELETE) /)]);
	});

	it('is a look right before each command, and none for others', async () => {
		const options = { waitForResult: 0, maxParallelRequests: 1 };
		await run('enableLostMode', { options }, [2, 3]);
		expect(asked().slice(0, 2)).toEqual(['look ID eq 2', 'POST /Device/2/LostMode']);
		const look = asked().indexOf('look ID eq 3');
		expect(look).toBeGreaterThan(1);
		expect(asked().slice(look)).toContain('POST /Device/3/LostMode');
	});

	it("comes after 'Only If'", async () => {
		const platform = simulation.site.fleet.devices[1].platform;
		await run('retire', { onlyIf: { platform } });
		expect(asked()).toEqual(['look ID eq 2', 'look ID eq 2', 'DELETE /Device/2', 'look ID eq 2']);
		simulation.site.clearRequests();
		const { success } = await run('retire', { onlyIf: { platform: 'WindowsPhone' } });
		expect(success[0].json).toMatchObject({ success: false, outcome: 'skipped' });
		expect(asked()).toEqual(['look ID eq 2']);
	});

	it.each([
		[{ status: 500 }, 'Miradore knows no site of this name, or could not answer (500)'],
		[{ status: 200, body: '<Content><Items /></Content>' }, 'API v1 lists no device with this ID'],
	])('that cannot be made keeps nothing from being sent: %j', async (fault, why) => {
		simulation.site.addFault({ path: '/API/Device', times: 1, ...fault });
		const { success } = await run('enableLostMode');
		expect(success.map(({ json }) => json)).toEqual([
			{
				success: true,
				outcome: 'sent',
				deviceId: 2,
				confirmed: false,
				reason: `What was so before the command could not be looked up: ${why}`,
			},
		]);
		expect(asked()).toEqual(['look ID eq 2', 'POST /Device/2/LostMode']);
		expect(simulation.site.fleet.devices[1].lostModeStatus).toBe('Enabled');
	});

	it('is not made again for a command that was carried out in an earlier try', async () => {
		simulation.site.addFault({ path: '/Device/3/LostMode', status: 404, times: 1 });
		const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const options = { waitForResult: 0, maxParallelRequests: 1 };
		const { success } = await run('enableLostMode', { options }, [2, 3], { settings });
		expect(success.map(({ json }) => json)).toMatchObject([
			{ deviceId: 2, confirmed: true },
			{ deviceId: 3, success: true },
		]);
		const looksAtFirst = asked().slice(asked().lastIndexOf('POST /Device/2/LostMode'));
		expect(looksAtFirst.filter((request) => request === 'look ID eq 2')).toHaveLength(1);
		expect(asked().filter((request) => request === 'POST /Device/2/LostMode')).toHaveLength(1);
	});
});
