import { type SimulatedDevice, type SimulatedSite, startSimulator } from '..';
import { itemsOf, request } from './specClient';

let site: SimulatedSite;
let devices: SimulatedDevice[];

beforeAll(async () => {
	site = await startSimulator({ size: 60 });
	devices = site.fleet.devices;
	devices[0].lastReported = '2026-11-18T08:30:00Z';
});

afterAll(() => site.stop());

type Fits = (device: SimulatedDevice) => boolean;

const daysOf = ({ lastReported }: SimulatedDevice) =>
	(site.fleet.now.getTime() - Date.parse(lastReported ?? '0001-01-01')) / 86_400_000;

test.each<[string, Fits]>([
	['Platform eq ios', ({ platform }) => platform === 'iOS'],
	['Status ne Deleted', ({ status }) => status !== 'Deleted'],
	['ID gt 9 and ID LE 11', ({ id }) => id > 9 && id <= 11],
	['ID lt 3 OR ID ge 59', ({ id }) => id < 3 || id >= 59],
	['ID eq 1 or ID eq 2 and Platform eq iOS', ({ id }) => id === 2],
	['User.Name contains "a"', ({ userName }) => /a/i.test(userName)],
	['User.Name notcontains a', ({ userName }) => !/a/i.test(userName)],
	["InvDevice.DeviceName startswith 'galaxy a'", ({ name }) => name.startsWith('Galaxy A')],
	["InvDevice.DeviceName contains '<R&D Jyväskylä>'", ({ id }) => id % 4 === 0],
	['InvDevice.DeviceName endswith Jyväskylä>', ({ id }) => id % 4 === 0],
	['IMEI isempty', ({ imei }) => imei === undefined],
	['IMEI notisempty and ID lt 9', ({ imei, id }) => imei !== undefined && id < 9],
	['Tag.Name eq loan', ({ tags }) => tags.includes('Loan')],
	['Tag.Name ne Loan', ({ tags }) => !tags.includes('Loan')],
	['Tag.Name isempty', ({ tags }) => tags.length === 0],
	['Platform eq iOS and LastReportedDays ge 20', (d) => d.platform === 'iOS' && daysOf(d) >= 20],
	["LastReported eq '18.11.2026 08:30:00'", ({ id }) => id === 1],
	['LastReported lt 01.01.2000', ({ lastReported }) => lastReported === undefined],
	['ID eq one', () => false],
	[' ', () => true],
])('%s', async (filters, fits) => {
	const { status, data } = await request(site, '/Device', { select: 'ID', filters });
	expect(status).toBe(200);
	const ids = itemsOf(data).map(({ ID }) => Number(ID));
	const expected = devices.filter(fits).map(({ id }) => id);
	expect(ids).toEqual(expected);
});

test.each([
	[{ filters: 'Platform' }, 'Malformed filter'],
	[{ filters: 'Platform eq' }, 'Malformed filter'],
	[{ filters: 'Platform like iOS' }, 'Malformed filter'],
	[{ filters: 'Platform eq two words' }, 'Malformed filter'],
	[{ filters: "Platform eq 'iOS" }, 'Malformed filter'],
	[{ filters: "Platform eq 'i'OS'" }, 'Malformed filter'],
	[{ filters: '(ID eq 1)' }, 'Malformed filter'],
	[{ filters: 'ID eq 1 and' }, 'Malformed filter'],
	[{ filters: 'ID eq 1 and Xyz eq 1' }, 'Entity &#39;Device&#39; does not have property'],
	[{ select: 'ID,InvDevice' }, 'does not have property &#39;InvDevice&#39;'],
	[{ select: 'ID,Xyz.Name' }, 'does not have property &#39;Xyz&#39;'],
	[{ options: 'rows=0' }, 'option'],
	[{ options: 'page=one' }, 'option'],
	[{ options: 'limit=1' }, 'option'],
	[{ options: 'dateformat=yyyyMMdd' }, 'option'],
	[{ orderby: 'LastReported' }, 'is not selected'],
	[{ orderby: 'ID down' }, 'Malformed orderby'],
	[{ orderby: 'Xyz' }, 'does not have property'],
	[{ filter: 'ID eq 1' }, 'parameter'],
])('%j fails as a whole', async (parameters, description) => {
	const { status, data } = await request(site, '/Device', parameters);
	expect(status).toBe(400);
	expect(data).toMatch(/^<Content><Error><Description>.*<\/Description><Code>400<\/Code>/);
	expect(data).toContain(description);
});
