import { credentialOf } from '../core/site';
import { startSimulator, type SimulatedSite } from '../simulator';
import { runExample, spreadsheetReader, textReader, type ExampleRun } from './examples';
import { placesOf, tracksIn } from './mapFile';
import { sharedClient } from './sharedN8n';
import { telltaleKey } from './traces';

const millisecondsPerDay = 24 * 60 * 60 * 1000;

describe('An imported example', () => {
	const n8n = sharedClient();
	let site: SimulatedSite;
	let credentialIds: Record<string, string>;

	beforeAll(async () => {
		site = await startSimulator({ now: new Date(), apiKey: telltaleKey('examples') });
		credentialIds = { miradoreApi: await n8n.createCredential('Examples', credentialOf(site)) };
	});

	const run = (file: string, how: Omit<ExampleRun, 'credentialIds'>) =>
		runExample(n8n, file, { ...how, credentialIds });

	afterAll(() => site.stop());

	it('reports the devices that have been silent, in a spreadsheet', async () => {
		const daysAgo = (days: number) =>
			new Date(Date.now() - days * millisecondsPerDay).toISOString();
		for (const device of site.fleet.devices) device.lastReported = daysAgo(1);
		const [first, second] = site.fleet.devices;
		Object.assign(first, { status: 'Active', lastReported: daysAgo(31) });
		Object.assign(second, { status: 'Active', lastReported: daysAgo(40) });

		const output = await run('report-silent-devices.json', {
			pinned: { 'Every Night': {} },
			reader: spreadsheetReader,
		});
		expect(output('Read')).toMatchObject(
			[second, first].map(({ id, name, serialNumber }) => ({ id, name, serialNumber })),
		);
	});

	it('counts the devices by their OS version, in a spreadsheet', async () => {
		const output = await run('count-os-versions.json', {
			pinned: { 'Every Monday': {} },
			reader: spreadsheetReader,
		});
		const inUse = site.fleet.devices.filter(({ status }) => status !== 'Deleted');
		const versions = new Map<string, string[]>();
		for (const { platform, osVersion, name } of inUse) {
			const version = platform === 'macOS' ? `macOS ${osVersion}` : osVersion;
			const key = `${platform}: ${version}`;
			versions.set(key, [...(versions.get(key) ?? []), name]);
		}
		const rows = output('Read') as Array<Record<string, string>>;
		expect(rows.length).toBeGreaterThan(2);
		expect(
			new Map(
				rows.map((row) => [
					`${row.platform}: ${row.osVersion}`,
					[row.count_id, row.concatenated_name],
				]),
			),
		).toEqual(
			new Map([...versions].map(([key, names]) => [key, [names.length, names.join(', ')]])),
		);
		const order = rows.map(
			({ platform, count_id: count }) => `${platform.toLowerCase()} ${1000 - Number(count)}`,
		);
		expect(order).toEqual([...order].sort());
	});

	it('maps where each device was last', async () => {
		const output = await run('map-last-positions.json', {
			pinned: { 'Every Morning': {} },
			reader: textReader,
		});
		const located = site.fleet.devices.filter(
			({ status, fixes }) => status !== 'Deleted' && fixes.length > 0,
		);
		expect(located.length).toBeGreaterThan(1);
		const maps = output('Read').map(({ data }) => tracksIn(data as string));
		expect(maps).toEqual([
			located.map(({ name, fixes }) => ({
				points: placesOf(fixes).slice(-1),
				texts: expect.arrayContaining([name]) as string[],
			})),
		]);
	});

	it('locks a device that left the area, once Dry Run is off', async () => {
		const file = 'lock-devices-that-left-an-area.json';
		const pinned = { 'Left the Office': { deviceId: 3 } };
		const { lockedAt } = site.fleet.devices[2];
		const shown = await run(file, { pinned });
		expect(shown('Lock')).toMatchObject([{ success: false, outcome: 'dryRun', deviceId: 3 }]);
		expect(lockedAt).toEqual([]);

		const output = await run(file, { pinned, options: { Lock: {} } });
		expect(output('Lock')).toEqual([{ success: true, outcome: 'sent', deviceId: 3 }]);
		expect(lockedAt).toHaveLength(1);
	});

	it.each([
		['wipes an approved device with the tag', true, ['Lost'], 1],
		['does not wipe a device without the tag', true, [], 0],
		['does not wipe a device that was not approved', false, ['Lost'], 0],
	])('%s', async (_, approved, tags, wipes) => {
		const device = site.fleet.devices[3];
		Object.assign(device, { tags, wipedAt: [], status: 'Active' });
		await run('wipe-with-approval.json', {
			pinned: {
				'Report a Lost Device': { 'Serial number': device.serialNumber, 'What happened': '' },
				'Ask for Approval': { data: { approved } },
			},
			options: { Wipe: { maximumDevices: 1 } },
		});
		expect(device.wipedAt).toHaveLength(wipes);
	});
});
