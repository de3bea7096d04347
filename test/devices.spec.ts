import { execute } from './core/execute';
import { useSite } from './core/site';
import type { V1Style } from './simulator';
import { americanDate, writeDefaultDate } from './simulator/v1/dates';
import { encodings, naming, within } from './simulator/v1/oddities';

const simulation = useSite();
let usualForm: V1Style;
beforeAll(() => (usualForm = simulation.site.v1));
beforeEach(() => (simulation.site.v1 = { ...usualForm }));

const run = (operation: string, parameters = {}, settings = {}) =>
	execute({
		parameters: { operation, ...parameters },
		credential: simulation.credential,
		...settings,
	});

const getAll = (parameters = {}) => run('getAll', { returnAll: true, ...parameters });
const getDevice = (mode: string, value: string, parameters = {}) =>
	run('get', { deviceId: { __rl: true, mode, value }, ...parameters });

const devices = () => simulation.site.fleet.devices;
/** The devices that are shown unless one asks for others. */
const shown = () => devices().filter(({ status }) => status !== 'Deleted');

describe('Device > Get Many', () => {
	it('gives flat fields of each device in use', async () => {
		const { success, error } = await getAll();
		expect(error).toBeUndefined();
		expect(success.map(({ json }) => json)).toEqual(
			shown().map((device) => ({
				id: device.id,
				deviceId: device.id,
				name: device.name,
				platform: device.platform,
				osVersion: expect.stringContaining(device.osVersion) as string,
				model: device.model,
				serialNumber: device.serialNumber,
				userEmail: device.userEmail,
				onlineStatus: device.onlineStatus,
				lastReported: device.lastReported?.slice(0, 19) ?? '',
				tags: device.tags,
				status: device.status,
				managementType: device.managementType,
				imei: device.imei ?? '',
			})),
		);
		expect(success.every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toBe(
			true,
		);
	});

	it.each([
		[{}, { wrapsLists: false }],
		[{}, { usesNamespace: true }],
		[{}, { countOn: 'Content' as const }],
		[{}, { countOn: 'none' as const }],
		[{}, { emptyLists: '<name/>' as const }],
		[{}, { emptyLists: '<name></name>' as const }],
		[{}, { rewrite: within('Tags', '<Other>b</Other>') }],
		[{}, { rewrite: encodings['UTF-16, big end first'] }],
	])('gives the same however the site writes its lists: %j %j', async (parameters, form) => {
		const usual = await getAll(parameters);
		Object.assign(simulation.site.v1, form);
		const other = await getAll(parameters);
		expect(other.success.map(({ json }) => json)).toEqual(usual.success.map(({ json }) => json));
		expect(other.success.length).toBeGreaterThan(0);
	});

	it('gives as many as the limit says', async () => {
		const { success } = await run('getAll', { returnAll: false, limit: 3 });
		expect(success.map(({ json }) => json.id)).toEqual(
			shown()
				.slice(0, 3)
				.map(({ id }) => id),
		);
		expect(simulation.site.requests).toHaveLength(1);
		expect(simulation.site.requests[0].query.options).toContain('rows=3,page=1');
	});

	it.each([
		[{ platform: 'iOS' }, 'Platform eq iOS'],
		[{ onlineStatus: 'Active' }, 'OnlineStatus eq Active'],
		[{ category: 'Shared' }, 'Category.Name eq Shared'],
		[{ location: 'Jyväskylä' }, "Location.Name eq 'Jyväskylä'"],
		[{ organization: 'Field Services' }, "Organization.Name eq 'Field Services'"],
		[{ encryption: 'Enabled' }, 'Security.EncryptionStatus eq Enabled'],
		[{ modelContains: 'Galaxy A' }, "InvDevice.Model contains 'Galaxy A'"],
		[{ osVersionContains: '17.5' }, 'OSVersionName contains 17.5'],
		[{ passcodeSet: ['No'] }, 'Security.PasscodeSet eq No'],
		[{ tag: 'two words' }, "Tag.Name eq 'two words'"],
		[{ tag: { __rl: true, mode: 'list', value: 'field' } }, 'Tag.Name eq field'],
		[{ userEmail: 'anna@example.com' }, 'User.Email eq anna@example.com'],
		[{ nameContains: 'Pixel 8' }, "InvDevice.DeviceName contains 'Pixel 8'"],
		[{ notReportedForDays: 30 }, 'LastReportedDays ge 30'],
		[{ managementType: 'iOSSupervised' }, 'Client.ManagementType eq iOSSupervised'],
	])('turns the filter %j into %s', async (filters, condition) => {
		const { error } = await getAll({ filters });
		expect(error).toBeUndefined();
		expect(simulation.site.requests[0].query.filters).toBe(`${condition} and Status ne Deleted`);
	});

	it('finds what the filters say', async () => {
		const { success } = await getAll({ filters: { platform: 'iOS', nameContains: 'iphone' } });
		const expected = shown().filter(
			({ platform, name }) => platform === 'iOS' && /iphone/i.test(name),
		);
		expect(expected.length).toBeGreaterThan(0);
		expect(success.map(({ json }) => json.id)).toEqual(expected.map(({ id }) => id));
	});

	it.each([true, '={{ true }}', '={{ "true" }}'])(
		"gives all with 'Return All' %s although a limit is set",
		async (returnAll) => {
			const all = await getAll({ returnAll: true });
			const { success } = await getAll({ returnAll, limit: 3 });
			expect(all.success.length).toBeGreaterThan(3);
			expect(success).toHaveLength(all.success.length);
		},
	);

	it('shows retired devices when asked to', async () => {
		const options = { includeRetired: true };
		expect((await getAll({ options })).success).toHaveLength(devices().length);
		const { success } = await getAll({ filters: { status: 'Deleted' } });
		expect(success.map(({ json }) => json.id)).toEqual([9, 18]);
	});

	it.each(["O'Brien", '"x"'])('refuses the value %j before any request', async (nameContains) => {
		const { error } = await getAll({ filters: { nameContains } });
		expect(error?.message).toMatch(/^'Name Contains' can't be searched for: /);
		expect(simulation.site.requests).toEqual([]);
	});

	it('adds where each device was last, and when', async () => {
		const { success } = await getAll({ options: { includeLastLocation: true } });
		const located = success.filter(({ json }) => 'latitude' in json);
		const expected = shown().filter(({ fixes }) => fixes.length > 0);
		expect(expected.length).toBeGreaterThan(0);
		expect(located.map(({ json }) => json)).toEqual(
			expected.map(({ id, fixes }) => {
				const [latest] = [...fixes].sort((one, other) =>
					one.timestamp > other.timestamp ? -1 : 1,
				);
				return expect.objectContaining({
					id,
					latitude: Number(latest.latitude),
					longitude: Number(latest.longitude),
					locationTime: new Date(latest.timestamp).toISOString().replace('.000', ''),
					address: 'Mannerheimintie 1, 00100 Helsinki, Finland',
				}) as unknown;
			}),
		);
	});

	it('sorts', async () => {
		const { success } = await getAll({ options: { sortBy: 'ID desc' } });
		expect(success.map(({ json }) => json.id)).toEqual(
			shown()
				.map(({ id }) => id)
				.reverse(),
		);
	});

	it('gives the chosen groups of fields as Miradore names them', async () => {
		const options = {
			fieldGroups: ['security'],
			furtherAttributes: 'InvApplication.Name, Tag.Name',
		};
		const { success } = await getAll({ simplify: false, options });
		expect(simulation.site.requests[0].query.select).toBe(
			'ID,Security.*,InvApplication.Name,Tag.Name',
		);
		expect(Object.keys(success[0].json)).toEqual(expect.arrayContaining(['ID', 'Security']));
	});

	it('names an attribute that the site does not know', async () => {
		const { error } = await getAll({
			simplify: false,
			options: { furtherAttributes: 'InvDevice.Colour' },
		});
		expect(error?.message).toBe('Miradore did not accept the request (400) [item 0]');
		expect(error?.description).toContain('does not have property &#39;Colour&#39;');
	});

	it.each(['<html></html>', '[]', '<Content></Content>', ''])(
		'takes the answer %j for a failure, not for no devices',
		async (body) => {
			simulation.site.addFault({ status: 200, body });
			const { error, success } = await getAll();
			expect(error?.message).toMatch(
				/^(Miradore's answer is not a list of API v1|A web page came)/,
			);
			expect(success).toEqual([]);
		},
	);
});

describe('Odd answers', () => {
	it.each([
		['a&#x1F;b', 'a b'],
		['\u000b', ''],
		['&#xD83D;&#xDE00;', '😀'],
		['R&D&nbsp;1', 'R&D\u00a01'],
	])('a device named %j hides no other', async (written, name) => {
		simulation.site.v1.rewrite = naming(written);
		const { success } = await getAll();
		expect(success.map(({ json }) => json.id)).toEqual(shown().map(({ id }) => id));
		expect(success[0].json.name).toBe(name);
	});

	it.each(Object.entries(encodings))('%s is read as it is', async (_, rewrite) => {
		const [device] = shown();
		const { name } = device;
		device.name = 'Jyväskylä';
		simulation.site.v1.rewrite = rewrite;
		const { success, error } = await getAll();
		device.name = name;
		expect(error).toBeUndefined();
		expect(success[0].json.name).toBe('Jyväskylä');
	});

	it.each([
		[writeDefaultDate, '2026-11-25 07:45:00', '2026-11-25T07:45:00'],
		[americanDate, '2026-11-25 19:45:00', '2026-11-25T19:45:00'],
		[americanDate, '2026-11-05 07:45:00', '11/5/2026 7:45:00 AM'],
	])('dates that were not asked for are read without a guess', async (dates, date, expected) => {
		const [device] = shown();
		const { lastReported } = device;
		device.lastReported = `${date}Z`;
		simulation.site.v1.dates = dates;
		const { success } = await getAll();
		device.lastReported = lastReported;
		expect(success[0].json.lastReported).toBe(expected);
	});

	it.each(['', '<ID>0</ID>', '<ID>x</ID>', '<ID>1</ID><ID>2</ID>', '<ID>-1</ID>', '<ID>1.5</ID>'])(
		'an item with the ID %j is no device, and that is told',
		async (id) => {
			simulation.site.v1.rewrite = (xml) => xml.toString().replace(/<ID>\d+<\/ID>/, id);
			const { success, hints } = await getAll();
			expect(success.map(({ json }) => json.id)).toEqual(
				shown()
					.slice(1)
					.map(({ id: one }) => one),
			);
			expect(hints.map(({ message }) => message)).toEqual([
				expect.stringContaining('items whose ID is no number'),
			]);
		},
	);
});

describe('Device > Get', () => {
	it.each([
		['id', '2'],
		['list', '2'],
		['url', '/acme/device/2'],
	])('finds a device with %s %s', async (mode, value) => {
		const entered = mode === 'url' ? `${simulation.site.baseUrl}${value}` : value;
		const { success, error } = await getDevice(mode, entered);
		expect(error).toBeUndefined();
		expect(success.map(({ json }) => json.id)).toEqual([2]);
	});

	it.each(['name', 'serialNumber', 'imei', 'userEmail'] as const)(
		'finds a device by %s',
		async (mode) => {
			const field = shown().map((device) => device[mode]);
			// One that no other device has the value of, and that can be searched for.
			const device = shown().find(
				({ [mode]: value }) =>
					value && !/['"]/.test(value) && field.filter((other) => other === value).length === 1,
			);
			const { success, error } = await getDevice(mode, String(device?.[mode]));
			expect(error).toBeUndefined();
			expect(success.map(({ json }) => json.id)).toEqual([device?.id]);
		},
	);

	it('says which devices match when several do', async () => {
		const [one, other] = devices().filter(({ status }) => status !== 'Deleted');
		const names = [one.name, other.name];
		one.name = other.name = 'Twin';
		const { error } = await getDevice('name', 'Twin');
		[one.name, other.name] = names;
		expect(error?.message).toBe('2 devices have the name Twin [item 0]');
		const named = [one, other].map(
			({ id, platform, status }) => `${id}: Twin (${platform}, ${status})`,
		);
		expect(error?.description).toBe(`Choose one of them 'By ID': ${named.join(', ')}.`);
	});

	it('takes the one in use for a device that was enrolled again', async () => {
		const before = devices();
		const [used] = shown();
		const retired = { ...used, status: 'Deleted' as const };
		simulation.site.fleet.devices = [
			...Array.from({ length: 25 }, (_, index) => ({ ...retired, id: 100 + index })),
			...before,
		];
		const found = await getDevice('serialNumber', used.serialNumber);
		simulation.site.fleet.devices = before;
		expect(found.error).toBeUndefined();
		expect(found.success.map(({ json }) => json.id)).toEqual([used.id]);
	});

	it('says so when only a retired one has the serial number', async () => {
		const device = devices().find(({ status }) => status === 'Deleted');
		const { error } = await getDevice('serialNumber', String(device?.serialNumber));
		expect(error?.message).toBe(
			`Only retired devices have the serial number ${device?.serialNumber} [item 0]`,
		);
		expect(error?.description).toBe(
			`Their IDs: ${device?.id}. 'Get Many' shows them with the option 'Include Retired'. If you mean one of them, choose 'By ID'.`,
		);
	});

	it('says so when the one with the ID is retired', async () => {
		const device = devices().find(({ status }) => status === 'Deleted');
		const { error } = await getDevice('id', String(device?.id));
		expect(error?.message).toBe(`Device ${device?.id}: It is retired [item 0]`);
	});

	it('says so when there is none', async () => {
		const { error } = await getDevice('id', '99999');
		expect(error?.message).toBe('Device 99999: Miradore lists no such device [item 0]');
	});
});

describe('a large fleet', () => {
	it('is read page by page, each device once and in order', async () => {
		const { site } = simulation;
		const [pattern] = devices();
		const small = site.fleet.devices;
		site.fleet.devices = Array.from({ length: 1100 }, (_, index) => ({
			...pattern,
			status: 'Active' as const,
			id: 2 * index + 1,
		}));
		const { success } = await getAll();
		site.fleet.devices = small;
		expect(success.map(({ json }) => json.id)).toEqual(
			Array.from({ length: 1100 }, (_, index) => 2 * index + 1),
		);
		const asked = site.requests.map(({ query: { options, select } }) => [options, select === 'ID']);
		// Two pages, and a look between them whether a device was missed.
		expect(asked.filter(([, isCheck]) => isCheck)).toHaveLength(1);
		expect(asked).toHaveLength(3);
		expect(site.requests.every(({ query }) => query.orderby === 'ID')).toBe(true);
	});

	it('that gives the same page again and again is a failure', async () => {
		const page = `<Content><Items>${'<Device><ID>1</ID></Device>'.repeat(250)}</Items></Content>`;
		simulation.site.addFault({ status: 200, body: page });
		const { error } = await getAll();
		expect(error?.message).toBe('Miradore sent the same page of the list twice [item 0]');
		expect(simulation.site.requests.length).toBeLessThan(20);
	});
});

describe('a list without IDs', () => {
	const query = (count: string, times?: number) => {
		const page = `<Content><Items${count}>${'<Device><Platform>iOS</Platform></Device>'.repeat(250)}</Items></Content>`;
		simulation.site.addFault({ status: 200, body: page, times });
		return execute({
			parameters: {
				resource: 'inventory',
				operation: 'query',
				item: 'Device',
				select: 'Platform',
				returnAll: true,
			},
			credential: simulation.credential,
		});
	};

	it('may have pages that look the same, as many as Miradore counts', async () => {
		const { success } = await query(' count="500"', 2);
		expect(success).toHaveLength(500);
	});

	it('comes to an end where Miradore counts nothing', async () => {
		const { error } = await query('');
		expect(error?.message).toBe('Miradore sent the same page of the list twice [item 0]');
	});
});

describe('Tags', () => {
	it('are added and removed', async () => {
		const [device] = devices();
		const deviceId = { __rl: true, mode: 'id', value: String(device.id) };
		const before = [...device.tags];
		const added = await run('addTag', { deviceId, tag: 'new / odd?' });
		expect(added.success.map(({ json }) => json)).toEqual([
			{ success: true, outcome: 'sent', deviceId: device.id },
		]);
		expect(device.tags).toEqual([...before, 'new / odd?']);
		const removed = await run('removeTag', { deviceId, tag: 'new / odd?' });
		expect(removed.error).toBeUndefined();
		expect(device.tags).toEqual(before);
		expect(simulation.site.requests.map(({ method, body }) => [method, body])).toEqual([
			['PUT', ''],
			['DELETE', ''],
		]);
	});

	it('need a name', async () => {
		const deviceId = { __rl: true, mode: 'id', value: '1' };
		const { error } = await run('addTag', { deviceId, tag: ' ' });
		expect(error?.message).toBe("'Tag' is empty [item 0]");
	});
});
