import { setTimeout as sleep } from 'node:timers/promises';
import { credentialOf } from '../core/site';
import { startSimulator, type SimulatedSite } from '../simulator';
import { failureOf, outputOf } from './executions';
import { sharedClient } from './sharedN8n';
import { inARow, listDevices, manualTrigger, miradore, scheduleTrigger } from './workflows';

const trigger = 'Run';

describe('A workflow in n8n', () => {
	const n8n = sharedClient();
	let site: SimulatedSite;
	let credentialId: string;

	beforeEach(async () => {
		site = await startSimulator();
		credentialId = await n8n.createCredential('Miradore', credentialOf(site));
	});

	afterEach(() => site.stop());

	const lock = () => miradore('Lock', 'lock', credentialId, '={{ $json.id }}');

	const lockCounts = () =>
		Object.fromEntries(
			site.fleet.devices
				.filter(({ lockedAt }) => lockedAt.length > 0)
				.map(({ id, lockedAt }) => [id, lockedAt.length]),
		);

	it('locks three devices in one run', async () => {
		const nodes = [...listDevices([3, 1, 2]), lock()];
		const workflow = await n8n.createWorkflow(inARow('Lock', [manualTrigger(trigger)], nodes));
		const execution = await n8n.run(workflow, trigger);

		expect(failureOf(execution)).toBe('');
		expect(outputOf(execution, 'Lock')).toEqual([
			{ json: { success: true, deviceId: 3 }, pairedItem: { item: 0 } },
			{ json: { success: true, deviceId: 1 }, pairedItem: { item: 1 } },
			{ json: { success: true, deviceId: 2 }, pairedItem: { item: 2 } },
		]);
		expect(lockCounts()).toEqual({ 1: 1, 2: 1, 3: 1 });
	});

	it('reads the locations of a period', async () => {
		const [startDate, endDate] = ['2026-11-10', '2026-11-15'];
		const device = site.fleet.devices[1];
		const parameters = { filters: { startDate, endDate } };
		const nodes = [
			...listDevices([device.id]),
			miradore('Locations', 'getLocations', credentialId, '={{ $json.id }}', parameters),
		];
		const workflow = await n8n.createWorkflow(inARow('Read', [manualTrigger(trigger)], nodes));
		const execution = await n8n.run(workflow, trigger);

		const expected = device.fixes
			.filter(({ timestamp }) => timestamp >= startDate && timestamp.slice(0, 10) <= endDate)
			.map((fix) => ({
				deviceId: device.id,
				...fix,
				latitude: Number(fix.latitude),
				longitude: Number(fix.longitude),
			}));
		expect(expected.length).toBeGreaterThan(1);
		expect(expected.length).toBeLessThan(device.fixes.length);
		expect(failureOf(execution)).toBe('');
		expect(outputOf(execution, 'Locations').map(({ json }) => json)).toEqual(expected);
		expect(site.requests.map(({ query }) => ({ ...query }))).toEqual([{ startDate, endDate }]);
	});

	it('locks by itself while it is published, and no more afterwards', async () => {
		const everySecond = scheduleTrigger('Every Second', { field: 'seconds', secondsInterval: 1 });
		const nodes = [...listDevices([4]), lock()];
		const workflow = await n8n.createWorkflow(inARow('Scheduled', [everySecond], nodes));
		await sleep(2000);
		expect(lockCounts()).toEqual({});

		await n8n.publish(workflow);
		for (let turn = 0; turn < 60 && !(lockCounts()[4] >= 2); turn += 1) await sleep(250);
		await n8n.deactivate(workflow);
		expect(lockCounts()[4]).toBeGreaterThanOrEqual(2);

		// An execution that the last second started may still be under way.
		await sleep(1000);
		const [latest] = await n8n.executions(workflow);
		expect(await n8n.waitForExecution(latest.id)).toMatchObject({ status: 'success' });
		const locked = lockCounts();
		await sleep(3000);
		expect(lockCounts()).toEqual(locked);
	});
});
