import type { IDataObject } from 'n8n-workflow';
import { columns } from '../nodes/Miradore/inventory/columns';
import { execute } from './core/execute';
import { useSite } from './core/site';
import type { SimulatedDevice } from './simulator';

const simulation = useSite();
const list = (parameters: IDataObject) =>
	execute({
		parameters: { operation: 'getAll', returnAll: true, ...parameters },
		credential: simulation.credential,
	});
const rows = async (parameters: IDataObject) => {
	const { error, success } = await list(parameters);
	expect(error).toBeUndefined();
	return success.map(({ json }) => json);
};
const inUse = (passes: (device: SimulatedDevice) => boolean = () => true) =>
	simulation.site.fleet.devices.filter((one) => one.status !== 'Deleted' && passes(one));
const halfADay = 12 * 60 * 60 * 1000;

describe("'Columns' of Get Many", () => {
	const all = columns.map(({ name }) => name);

	it('are one flat row of a device, in the order of the list', async () => {
		const [device] = inUse(({ platform }) => platform === 'iOS');
		Object.assign(device, {
			osVersion: '17.5.1',
			lastReported: new Date(Date.now() - 7 * halfADay).toISOString(),
			tags: ['Field', 'Loan'],
		});
		const row = (await rows({ options: { columns: all } })).find(({ id }) => id === device.id)!;
		expect(Object.keys(row)).toEqual(['id', 'deviceId', ...all]);
		expect(row).toMatchObject({
			id: device.id,
			deviceId: device.id,
			name: device.name,
			model: device.model,
			manufacturer: device.manufacturer,
			serialNumber: device.serialNumber,
			imei: device.imei,
			userEmail: device.userEmail,
			userName: device.userName,
			category: device.category ?? '',
			organization: device.organization ?? '',
			location: device.location ?? '',
			encryption: device.encryptionStatus,
			passcodeSet: device.passcodeSet,
			lostMode: device.lostModeStatus,
			managementType: device.managementType,
			osMajor: 17,
			osMinor: 5,
			osPatch: 1,
			daysSinceReport: 3,
			tags: ['Field', 'Loan'],
		});
		expect(row.phoneNumber).toMatch(/^\+358/);
		expect(row.created).toMatch(/^\d{4}-\d\d-\d\dT/);
	});

	it('are asked for, and nothing else', async () => {
		const [row] = await rows({ options: { columns: ['imei', 'userName'] } });
		expect(Object.keys(row)).toEqual(['id', 'deviceId', 'imei', 'userName']);
		const [{ query }] = simulation.site.requests;
		expect(query.select).toBe('ID,InvDevice.IMEI,User.Name');
	});

	it('have no numbers where there are none', async () => {
		const [device] = inUse();
		Object.assign(device, { osVersion: '', lastReported: undefined });
		const chosen = ['osMajor', 'osPatch', 'daysSinceReport'];
		const row = (await rows({ options: { columns: chosen } })).find(({ id }) => id === device.id);
		expect(row).toMatchObject({ osMajor: null, osPatch: null, daysSinceReport: null });
	});

	it.each([[['imei', 'other']], [[]], ['imei'], ['={{ $json.nothing }}'], [{}]])(
		'refuse %j before anything is asked',
		async (chosen) => {
			const { error } = await list({ options: { columns: chosen } });
			expect(error?.message).toMatch(/^'Columns'( in 'Options')? is/);
			expect(simulation.site.requests).toEqual([]);
		},
	);

	it("have tags as one text with 'Tags as Text'", async () => {
		const [device] = inUse();
		device.tags = ['Field', 'Loan'];
		const found = await rows({ options: { tagsAsText: true } });
		expect(found.find(({ id }) => id === device.id)?.tags).toBe('Field, Loan');
	});
});

describe("The filter 'Search'", () => {
	it.each<['name' | 'model' | 'serialNumber' | 'userEmail' | 'userName']>([
		['name'],
		['model'],
		['serialNumber'],
		['userEmail'],
		['userName'],
	])('finds devices by a part of the %s', async (field) => {
		const part = inUse()[0][field].slice(1, 6).toLowerCase();
		const fields = ['name', 'model', 'serialNumber', 'userEmail', 'userName'] as const;
		const expected = inUse((one) => fields.some((each) => one[each].toLowerCase().includes(part)));
		const found = await rows({ filters: { search: part } });
		expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
		expect(simulation.site.requests.every(({ query }) => !/ or /.test(String(query.filters)))).toBe(
			true,
		);
	});
});
