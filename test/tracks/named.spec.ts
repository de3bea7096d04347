import type { IDataObject } from 'n8n-workflow';
import { execute } from '../core/execute';
import { useSite } from '../core/site';
import { putFleet } from '../lookUps/deviceOperations';

const simulation = useSite();
const fix = { timestamp: '2026-11-18T09:00:00Z', latitude: 60.1, longitude: 24.9 };

beforeEach(() => {
	for (const device of simulation.site.fleet.devices) {
		const name = `Phone <${device.id}>`;
		const [serialNumber, userEmail] = [`C02X${device.id}`, `user${device.id}@example.com`];
		const imei = `9900008624718${String(device.id).padStart(2, '0')}`;
		const fixes = device.id < 3 ? [fix] : [];
		Object.assign(device, { status: 'Active', name, serialNumber, imei, userEmail, fixes });
	}
	putFleet(simulation.site, simulation.site.fleet.devices);
});

/** Runs Get Locations for devices that are named in several ways. */
async function run(named: Array<[mode: string, value: unknown]>, options: IDataObject = {}) {
	const { success, hints, error } = await execute({
		parameters: {
			operation: 'getLocations',
			deviceId: { __rl: true, mode: named[0][0], value: '={{ $json.value }}' },
			options,
		},
		items: named.map(([, value]) => ({ value }) as IDataObject),
		credential: simulation.credential,
	});
	expect(error).toBeUndefined();
	return { success, messages: hints.map(({ message }) => message) };
}

const ways: Array<[mode: string, value: (id: number) => string, text: string]> = [
	['serialNumber', (id) => `C02X${id}`, 'Serial Number C02X'],
	['imei', (id) => `9900008624718${String(id).padStart(2, '0')}`, 'IMEI 9900008624718'],
	['name', (id) => `Phone <${id}>`, 'Name Phone <'],
	['userEmail', (id) => `user${id}@example.com`, 'User Email user'],
];

it.each(ways)('A device without locations is told by its %s, too', async (mode, valueOf, text) => {
	const { messages } = await run([[mode, valueOf(4)]]);
	expect(messages).toEqual([
		expect.stringMatching(/^No locations of device 4 \(.*\)\. Is location tracking on for it\?$/),
	]);
	expect(messages[0]).toContain(`(${text}`);
	expect(messages[0]).toContain(valueOf(4));
});

it('Several devices without locations are told so, too', async () => {
	const { messages } = await run([
		['serialNumber', 'C02X4'],
		['serialNumber', 'c02x5'],
	]);
	expect(messages).toEqual([
		'No locations of 2 devices (4: Serial Number C02X4, 5: Serial Number c02x5). Is location tracking on for them?',
	]);
});

describe.each(['mapHtml', 'kml', 'gpx'])('A file of %s', (outputFormat) => {
	it.each([
		['serialNumber', 'C02X1', 'Serial Number C02X1', 'Serial-Number-C02X1'],
		[
			'userEmail',
			'user1@example.com',
			'User Email user1@example.com',
			'User-Email-user1-example.com',
		],
		['name', 'Phone <1>', 'Phone <1>', 'Phone-1'],
		['id', '1', 'Device 1', 'Device-1'],
	])('has the %s %s in its title and its name', async (mode, value, name, inFile) => {
		const { success } = await run([[mode, value]], { outputFormat });
		const [{ json, binary }] = success;
		expect(json).toMatchObject({ deviceId: 1, deviceName: name });
		expect(binary!.data.fileName).toMatch(new RegExp(`^${inFile}_2026-11-18_`));
		const text = Buffer.from(binary!.data.data, 'base64').toString('utf8');
		expect(text).toMatch(new RegExp(name.replace(/[<>]/g, '&(\\w+|#\\d+);')));
	});

	it('has the option Device Name before all', async () => {
		const options = { outputFormat, deviceName: 'Reception' };
		const { success } = await run([['serialNumber', 'C02X1']], options);
		expect(success[0].binary!.data.fileName).toMatch(/^Reception_/);
	});
});

it('GeoJSON has the name of the option alone', async () => {
	const { success } = await run([['serialNumber', 'C02X1']], { outputFormat: 'geoJson' });
	expect(JSON.stringify(success[0].json)).not.toContain('C02X1');
});
