import { credentialOf } from '../core/site';
import { sharedClient } from '../n8n/sharedN8n';
import { telltaleKey } from '../n8n/traces';
import { inARow, manualTrigger, miradore } from '../n8n/workflows';
import { startSimulator, type SimulatedSite } from '../simulator';
import { useEditor } from './useEditor';

describe('A user who reads', () => {
	const apiKey = telltaleKey('reads');
	const session = useEditor();
	const n8n = sharedClient();
	let site: SimulatedSite;
	let credentialId: string;

	beforeAll(async () => {
		site = await startSimulator({ apiKey });
		credentialId = await n8n.createCredential('Miradore', credentialOf(site));
	});

	beforeEach(() => site.clearRequests());

	afterAll(() => site.stop());

	const openNode = async (operation: 'getLocations' | 'getAll', deviceId = '') => {
		const node = miradore('Miradore', operation, credentialId, deviceId);
		const workflow = await n8n.createWorkflow(inARow('Read', [manualTrigger('Run')], [node]));
		await session.editor.openWorkflow(workflow.id);
		return session.editor.openNode('Miradore');
	};

	it('gets the locations of some days', async () => {
		const [startDate, endDate] = ['2026-11-10', '2026-11-15'];
		const device = site.fleet.devices[1];
		const panel = await openNode('getLocations', String(device.id));
		await panel.addTo('Filters', 'Start Date');
		await panel.fillDate('startDate', `${startDate} 00:00:00`);
		await panel.addTo('Filters', 'End Date');
		await panel.fillDate('endDate', `${endDate} 00:00:00`);
		expect(await panel.execute()).toBe('success');

		const expected = device.fixes
			.map(({ timestamp }) => timestamp)
			.filter((timestamp) => timestamp >= startDate && timestamp.slice(0, 10) <= endDate)
			.sort();
		expect(expected.length).toBeGreaterThan(1);
		expect(expected.length).toBeLessThan(device.fixes.length);
		const rows = await panel.outputRows();
		expect(rows.map(({ timestamp }) => timestamp)).toEqual(expected);
		expect(Object.keys(rows[0])).toEqual(
			expect.arrayContaining(['deviceId', 'timestamp', 'latitude', 'longitude']),
		);
		expect(site.requests.map(({ query }) => ({ ...query }))).toEqual([{ startDate, endDate }]);
	});

	it('gets the devices with a tag from the list', async () => {
		const panel = await openNode('getAll');
		await panel.addTo('Filters', 'Tag');
		const rows = await panel.openList('tag');
		expect(await rows.allInnerTexts()).toEqual(
			expect.arrayContaining(['Field', 'Loan', 'Sales', 'Warehouse']),
		);
		await rows.filter({ hasText: 'Warehouse' }).click();
		expect(await panel.execute()).toBe('success');

		const expected = site.fleet.devices
			.filter(({ status }) => status !== 'Deleted')
			.filter(({ tags }) => tags.includes('Warehouse'));
		expect(expected.length).toBeGreaterThan(0);
		const shown = await panel.outputRows();
		expect(shown.map(({ name }) => name)).toEqual(expected.map(({ name }) => name));
	});
});
