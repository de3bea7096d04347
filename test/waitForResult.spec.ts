import type { IDataObject } from 'n8n-workflow';
import { execute } from './core/execute';
import { useSite } from './core/site';
import { waitUntil } from './n8n/waitUntil';
import type { SimulatedDevice } from './simulator';

const simulation = useSite();
const deviceId = { __rl: true, mode: 'id', value: '2' };
const run = (operation: string, parameters: IDataObject, cancelOn?: Promise<void>) =>
	execute({
		parameters: { operation, deviceId, confirm: true, message: 'Lost', ...parameters },
		credential: simulation.credential,
		cancelOn,
	});
const lookUps = () => simulation.site.requests.filter(({ api }) => api === 'v1');

let devices: string;
beforeAll(() => (devices = JSON.stringify(simulation.site.fleet.devices)));
beforeEach(() => {
	simulation.site.fleet.devices = JSON.parse(devices) as SimulatedDevice[];
});

describe("'Wait for Result'", () => {
	it.each([
		['enableLostMode', { enableLocationTracking: false }, { lostModeStatus: 'Enabled' }],
		[
			'enableLostMode',
			{ enableLocationTracking: true },
			{ lostModeStatus: 'EnabledWithLocationTracking' },
		],
		['disableLostMode', {}, { lostModeStatus: 'Disabled' }],
		['retire', {}, { status: 'Deleted' }],
	])('of %s tells what the inventory shows, with %j', async (operation, parameters, shown) => {
		if (operation === 'disableLostMode')
			simulation.site.fleet.devices[1].lostModeStatus = 'Enabled';
		const { error, success } = await run(operation, {
			...parameters,
			options: { waitForResult: 600 },
		});
		expect(error).toBeUndefined();
		expect(success.map(({ json }) => json)).toEqual([
			{ success: true, outcome: 'sent', deviceId: 2, confirmed: true, ...shown },
		]);
		expect(lookUps().map(({ query }) => query.filters)).toEqual(['ID eq 2', 'ID eq 2']);
	});

	it('looks nothing up when it is not set', async () => {
		const { success } = await run('retire', {});
		expect(success[0].json).toEqual({ success: true, outcome: 'sent', deviceId: 2 });
		expect(lookUps()).toEqual([]);
	});

	it('looks again until the inventory shows the result', async () => {
		const [, device] = simulation.site.fleet.devices;
		const before = device.lostModeStatus;
		void waitUntil(() => lookUps().length >= 2, 20, 5).then(() => {
			device.lostModeStatus = 'Enabled';
		});
		simulation.site.addFault({ method: 'POST', status: 202 });
		const { success } = await run('enableLostMode', { options: { waitForResult: 600 } });
		expect(before).toBe('Disabled');
		expect(success[0].json).toMatchObject({ confirmed: true, lostModeStatus: 'Enabled' });
		expect(lookUps().length).toBeGreaterThanOrEqual(3);
	});

	it('ends after the time, and tells what the inventory still shows', async () => {
		simulation.site.addFault({ method: 'POST', status: 202 });
		const { success } = await run('enableLostMode', { options: { waitForResult: 1 } });
		expect(success[0].json).toEqual({
			success: true,
			outcome: 'sent',
			deviceId: 2,
			confirmed: false,
			lostModeStatus: 'Disabled',
		});
	});

	it('does not make a command fail that was accepted when the inventory cannot be read', async () => {
		simulation.site.addFault({ path: '/API/Device', status: 500 });
		const { error, success } = await run('retire', { options: { waitForResult: 5 } });
		expect(error).toBeUndefined();
		expect(success[0].json).toMatchObject({
			success: true,
			outcome: 'sent',
			confirmed: false,
			reason:
				'What was so before the command could not be looked up: Miradore knows no site of this name, or could not answer (500)',
		});
	});

	it('ends when the execution is cancelled', async () => {
		simulation.site.addFault({ method: 'POST', status: 202 });
		const hasLooked = () =>
			simulation.site.requests.some(({ path, status }) => path === '/API/Device' && status === 200);
		const cancelOn = waitUntil(hasLooked, 20, 5);
		// Jest would give up long before.
		await run('enableLostMode', { options: { waitForResult: 3600 } }, cancelOn);
		expect(hasLooked()).toBe(true);
	});

	it.each([-1, 'long', 3601])(
		'refuses %p seconds before anything is sent',
		async (waitForResult) => {
			const { error } = await run('retire', { options: { waitForResult } });
			expect(error?.message).toContain("'Wait for Result (Seconds)' is not a whole number from 0");
			expect(simulation.site.requests).toEqual([]);
		},
	);
});
