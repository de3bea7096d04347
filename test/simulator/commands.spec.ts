import axios from 'axios';
import type { SimulatedDevice } from '.';
import { useSpecSite } from './specClient';

const simulated = useSpecSite();
const { send } = simulated;

const deviceOf = (id: number) => simulated.site.fleet.devices.find((device) => device.id === id)!;

/** What API v1 shows of a device. */
async function inventoryOf(id: number, select: string): Promise<string> {
	const params = { auth: simulated.site.apiKey, select };
	const url = `${simulated.site.baseUrl}/${simulated.site.siteName}/API/Device/${id}`;
	return (await axios.get<string>(url, { params, proxy: false })).data;
}

describe('a device', () => {
	test.each<[string, string, unknown, Partial<SimulatedDevice>]>([
		['PATCH', '', { friendlyName: 'Reception' }, { name: 'Reception', model: 'iPhone 15' }],
		['PUT', '/Category', { name: 'Personal' }, { category: 'Personal' }],
		['DELETE', '/Category', undefined, { category: undefined }],
		['PUT', '/Model', { model: 'iPad' }, { model: 'iPad', manufacturer: 'Apple' }],
		[
			'POST',
			'/Application',
			{ deploymentMethodId: 3 },
			{ deployments: [{ deploymentMethodId: 3 }] },
		],
		['POST', '/LostMode', { message: 'Lost' }, { lostModeStatus: 'Enabled' }],
		['DELETE', '/LostMode', undefined, { lostModeStatus: 'Disabled' }],
		['DELETE', '', undefined, { status: 'Deleted' }],
	])('changes with %s /Device/2%s', async (method, path, body, after) => {
		expect(await send(method, `/Device/2${path}`, body)).toEqual([200, '']);
		expect(deviceOf(2)).toMatchObject(after);
	});

	test.each([
		['Wipe', {}, 'wipedAt'],
		['Reboot', undefined, 'rebootedAt'],
	] as const)('notes each %s', async (path, body, note) => {
		await send('POST', `/Device/2/${path}`, body);
		expect(deviceOf(2)[note]).toHaveLength(1);
	});

	test('shows in API v1 what API v2 did', async () => {
		await send('POST', '/Device/2/LostMode', { message: 'Lost', enableLocationTracking: true });
		expect(await inventoryOf(2, 'Client.LostModeStatus')).toContain('EnabledWithLocationTracking');
		await send('DELETE', '/Device/2');
		expect(await inventoryOf(2, 'Status')).toContain('<Status>Deleted</Status>');
		expect(await send('POST', '/Device/2/Lock')).toEqual([404, '']);
		await send('POST', '/Device/2/Activate');
		expect(await inventoryOf(2, 'Status')).toContain('<Status>Active</Status>');
	});

	test('ignores Lost Mode where it is not supervised', async () => {
		deviceOf(2).managementType = 'iOSUnsupervised';
		expect(await send('POST', '/Device/2/LostMode', { message: 'Lost' })).toEqual([200, '']);
		expect(deviceOf(2).lostModeStatus).toBe('Disabled');
	});

	test('can be created', async () => {
		const [, created] = await send('POST', '/Device', { friendlyName: 'Beamer' });
		expect(created).toEqual({ id: 25 });
		expect(await inventoryOf(25, 'Platform,InvDevice.DeviceName')).toMatch(/Other.*Beamer/);
	});

	test.each([
		['POST', '/Device/1/LostMode', { sound: true }],
		['POST', '/Device/1/Wipe', { selective: true }],
		['POST', '/Device/1/Wipe', undefined],
		['POST', '/Device/1/Reboot', {}],
		['POST', '/Device/1/Application', { deploymentMethodId: 99 }],
		['PUT', '/Device/1/Category', { name: 'Nowhere' }],
	])('refuses %s %s with %j', async (method, url, body) => {
		const before = JSON.stringify(deviceOf(1));
		const [status] = await send(method, url, body);
		expect(status).toBe(400);
		expect(JSON.stringify(deviceOf(1))).toBe(before);
	});
});

describe('custom attributes', () => {
	test('are defined, set, cleared and deleted', async () => {
		expect(await send('POST', '/CustomAttribute', { name: 'Owner' })).toEqual([200, { id: '1' }]);
		await send('PUT', '/Device/2/CustomAttribute/1', { value: 'Sales' });
		const values = [{ identifier: '1', name: 'Owner', value: 'Sales' }];
		expect(await send('GET', '/Device/2/CustomAttribute')).toEqual([200, values]);
		await send('PUT', '/Device/2/CustomAttribute/1', { value: '' });
		expect(await send('GET', '/Device/2/CustomAttribute')).toEqual([200, []]);
		await send('PUT', '/CustomAttribute/1', { name: 'Unit' });
		expect(await send('GET', '/CustomAttribute/1')).toEqual([200, { id: '1', name: 'Unit' }]);
		await send('DELETE', '/CustomAttribute/1');
		expect(await send('GET', '/CustomAttribute/1')).toEqual([404, '']);
	});

	test('of another id are not found', async () => {
		expect(await send('PUT', '/Device/2/CustomAttribute/9', { value: 'x' })).toEqual([404, '']);
	});
});

test('an application of the catalogue can be read', async () => {
	expect(await send('GET', '/Application/7')).toMatchObject([200, { id: 7, name: 'Kartta' }]);
	expect(await send('GET', '/Application/8')).toEqual([404, '']);
});

test('devices are fetched from Apple once a minute', async () => {
	expect(await send('POST', '/DEP/UpdateDEPDevices')).toEqual([200, '']);
	expect((await send('POST', '/DEP/UpdateDEPDevices'))[0]).toBe(429);
});
