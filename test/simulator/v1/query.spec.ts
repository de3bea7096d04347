import { type SimulatedDevice, type SimulatedSite, startSimulator } from '..';
import { itemsOf, type Parsed, parseXml, request, type V1Parameters } from './specClient';

let site: SimulatedSite;
let devices: SimulatedDevice[];

beforeAll(async () => {
	site = await startSimulator({ size: 240 });
	devices = site.fleet.devices;
	Object.assign(devices[0], { tags: ['Sales', 'Loan'], lastReported: '2026-11-18T08:30:00Z' });
	Object.assign(devices[1], { tags: [], lastReported: undefined, name: '' });
});

afterAll(() => site.stop());

async function find(parameters: V1Parameters, item = 'Device') {
	const { status, data } = await request(site, `/${item}`, parameters);
	expect({ status, data }).toMatchObject({ status: 200 });
	return itemsOf(data, item.split('/')[0]);
}

const idsOf = (items: Array<Record<string, Parsed>>) => items.map(({ ID }) => Number(ID));
const idsWhere = (fits: (device: SimulatedDevice) => boolean) =>
	devices.filter(fits).map(({ id }) => id);

describe('select', () => {
	test('takes a small set if empty', async () => {
		const [first] = await find({});
		expect(first).toEqual({ ID: '1', Platform: 'Android', Status: devices[0].status });
	});

	test('reads names in any case and answers in the own one', async () => {
		const select = 'id, invdevice.serialnumber,User.LastName,TAG.NAME';
		const [first] = await find({ select });
		expect(first).toEqual({
			ID: '1',
			InvDevice: { SerialNumber: devices[0].serialNumber },
			User: { Lastname: devices[0].userName.split(' ')[1] },
			Tags: { Tag: [{ Name: 'Sales' }, { Name: 'Loan' }] },
		});
	});

	test('reads wildcards of the item and of children', async () => {
		const [own] = await find({ select: '*' });
		expect(Object.keys(own)).toContain('LastReportedDays');
		expect(own).not.toHaveProperty('InvDevice');
		const [child] = await find({ select: 'Security.*' });
		expect(Object.keys(child.Security)).toEqual(['PasscodeSet', 'EncryptionStatus']);
	});

	test('leaves out what is not there', async () => {
		const select = 'ID,InvDevice.DeviceName,InvApplication.Name,ReportedLocation.*,Tag.Name';
		const item = (await find({ select, filters: 'ID eq 2' }))[0];
		expect(Object.keys(item)).toEqual(
			expect.not.arrayContaining(['InvDevice', 'Tags', 'Tag']) as string[],
		);
		const untracked = (await find({ select, filters: 'Platform eq macOS' }))[0];
		expect(untracked).not.toHaveProperty('ReportedLocation');
	});

	test('has the latest of the location reports', async () => {
		const [{ ReportedLocation }] = await find({ select: 'ReportedLocation.*' }, 'Device/1');
		const latest = [...devices[0].fixes].sort((a, b) => (a.timestamp < b.timestamp ? 1 : -1))[0];
		expect(ReportedLocation).toMatchObject({
			Latitude: String(latest.latitude),
			Longitude: String(latest.longitude),
		});
	});

	test('keeps names with special characters', async () => {
		const names = (await find({ select: 'InvDevice.DeviceName' }, 'Device/4')).map(
			({ InvDevice }) => InvDevice,
		);
		expect(names).toEqual([{ DeviceName: devices[3].name }]);
		expect(devices[3].name).toMatch(/'.*<.*&.*ä/);
	});
});

describe('options', () => {
	test('pages count matches of all pages', async () => {
		expect(await find({})).toHaveLength(100);
		const last = await find({ options: 'rows=90,page=3' });
		expect(idsOf(last)).toEqual(Array.from({ length: 60 }, (_, index) => 181 + index));
		const { data } = await request(site, '/Device', { options: 'rows=90,page=4' });
		expect(parseXml(data)).toEqual({ Content: { Items: { '@count': '240' } } });
	});

	test('dates have the format asked for', async () => {
		const select = 'LastReported,LastReportedDays';
		const inFormat = async (dateformat?: string) => {
			const found = await find({ select, options: `rows=2${dateformat ?? ''}` });
			return found.map(({ LastReported }) => LastReported);
		};
		expect(await inFormat()).toEqual(['18.11.2026 08:30:00', '01.01.0001 00:00:00']);
		expect(await inFormat(',dateFormat=yyyy-MM-dd HH:mm:ss')).toEqual([
			'2026-11-18 08:30:00',
			'0001-01-01 00:00:00',
		]);
		expect((await find({ select }))[0].LastReportedDays).toBe('2');
	});

	test('orderby sorts by a selected field', async () => {
		const descending = await find({ orderby: 'ID desc', options: 'rows=3' });
		expect(idsOf(descending)).toEqual([240, 239, 238]);
		const byDate = await find({ select: 'ID,LastReported', orderby: 'LastReported' });
		expect(idsOf(byDate)[0]).toBe(2);
	});
});

test('users, tags and the lists of the site can be read', async () => {
	const [user] = await find({ select: '*' }, 'User/2001');
	const { userEmail: Email, userName: Name } = devices[0];
	expect(user).toMatchObject({ ID: '2001', Email, Name, Status: 'Active' });
	expect(await find({}, 'Tag')).toContainEqual({ Name: 'Loan' });
	const [, helsinki] = await find({ select: 'Name,FullName,Parent.ID' }, 'Location');
	expect(helsinki).toEqual({
		Name: 'Helsinki',
		FullName: 'Finland / Helsinki',
		Parent: { ID: '4001' },
	});
	expect(await find({}, 'Organization')).toHaveLength(2);
	expect(await find({}, 'Category')).toHaveLength(2);
	expect(idsWhere(({ userId }) => userId === 2001)).toContain(1);
});
