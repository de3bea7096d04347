import { credentialOf } from '../core/site';
import { startSimulator, type SimulatedSite } from '../simulator';
import { failureOf, outputOf } from './executions';
import { sharedClient } from './sharedN8n';
import { waitUntil } from './waitUntil';
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
			{ json: { success: true, outcome: 'sent', deviceId: 3 }, pairedItem: { item: 0 } },
			{ json: { success: true, outcome: 'sent', deviceId: 1 }, pairedItem: { item: 1 } },
			{ json: { success: true, outcome: 'sent', deviceId: 2 }, pairedItem: { item: 2 } },
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
			.sort((one, other) => (one.timestamp < other.timestamp ? -1 : 1))
			.map((fix) => ({
				deviceId: device.id,
				...fix,
				latitude: Number(fix.latitude),
				longitude: Number(fix.longitude),
				mapUrl: expect.stringContaining(
					`mlat=${Number(fix.latitude)}&mlon=${Number(fix.longitude)}`,
				) as string,
			}));
		expect(expected.length).toBeGreaterThan(1);
		expect(expected.length).toBeLessThan(device.fixes.length);
		expect(failureOf(execution)).toBe('');
		expect(outputOf(execution, 'Locations').map(({ json }) => json)).toEqual(expected);
		expect(site.requests.map(({ query }) => ({ ...query }))).toEqual([{ startDate, endDate }]);
	});

	it('locks by itself while it is published, and no more afterwards', async () => {
		const save = (id: number) => {
			const everySecond = scheduleTrigger('Every Second', { field: 'seconds', secondsInterval: 1 });
			const nodes = [...listDevices([id]), lock()];
			return n8n.createWorkflow(inARow(`Scheduled ${id}`, [everySecond], nodes));
		};
		const locks = (id: number) => site.fleet.devices[id - 1].lockedAt.length;
		const [workflow, clock] = [await save(4), await save(5), await save(6)];
		await n8n.publish(workflow);
		await waitUntil(() => locks(4) >= 2, 60);
		await n8n.deactivate(workflow);
		expect(locks(4)).toBeGreaterThanOrEqual(2);

		// Another one tells that the time goes on. What was under way before it is done by its third time.
		await n8n.publish(clock);
		await waitUntil(() => locks(5) >= 3, 60);
		const locked = locks(4);
		await waitUntil(() => locks(5) >= 6, 60);
		await n8n.deactivate(clock);
		expect(locks(5)).toBeGreaterThanOrEqual(6);
		expect(locks(4)).toBe(locked);
		expect(locks(6)).toBe(0);
	});
});
