import type { IDataObject } from 'n8n-workflow';
import { useSite } from '../core/site';
import type { SimulatedDevice } from '../simulator';
import { makeFleet, putFleet, runBy } from './deviceOperations';

const simulation = useSite();
let pattern: SimulatedDevice;
beforeAll(() => ([pattern] = simulation.site.fleet.devices));

/** What a device of the fleet is made to have, beside a number of its own. */
const traits = {
	managementType: 'iOSSupervised',
	onlineStatus: 'Active',
	platform: 'iOS',
	status: 'Active',
	tags: ['Loan', 'Sales'],
} as const;

/** Names of conditions with a value that is so, one that isn't, and the device's own for the message. */
const conditions: Array<[name: string, label: string, so: string, other: string, own: string]> = [
	['managementType', 'Management Type', 'iOSSupervised', 'AndroidDeviceOwner', 'iOSSupervised'],
	['onlineStatus', 'Online Status', 'Active', 'Inactive', 'Active'],
	['platform', 'Platform', 'iOS', 'Android', 'iOS'],
	['status', 'Status', 'Active', 'New', 'Active'],
	['tag', 'Tag', 'sales', 'Field', 'Loan, Sales'],
	['userEmail', 'User Email', 'Person.0@example.com', 'ben@example.com', 'person.0@example.com'],
	['serialNumber', 'Serial Number', 'c02xk1000000', 'C02XK1000001', 'C02XK1000000'],
	['category', 'Category', 'shared', 'Private', 'Shared'],
	['organization', 'Organization', 'field services', 'Sales', 'Field Services'],
];

const lock = async (onlyIf: IDataObject) => {
	const [device] = makeFleet(pattern, 1);
	Object.assign(device, structuredClone(traits));
	putFleet(simulation.site, [device]);
	const { error, success } = await runBy(
		{ operation: 'lock' },
		'id',
		[device.id],
		{ credential: simulation.credential },
		{ onlyIf },
	);
	expect(error).toBeUndefined();
	return { item: success[0].json, isSent: device.lockedAt.length === 1 };
};

/** A list with one device, of which nothing is known but what is given. */
const answerWith = (elements: string) =>
	simulation.site.addFault({
		path: '/API/Device',
		status: 200,
		body: `<Content><Items count="1"><Device><ID>1</ID>${elements}</Device></Items></Content>`,
	});

describe.each(conditions)("'Only If' with %s", (name, label, so, other, own) => {
	beforeEach(() => {
		const element = name === 'category' ? 'Category' : 'Organization';
		if (label === element) answerWith(`<${element}><Name>${own}</Name></${element}>`);
	});

	it('lets a device through that is so, and none that is otherwise', async () => {
		expect((await lock({ [name]: so })).isSent).toBe(true);
		const { item, isSent } = await lock({ [name]: other });
		expect(isSent).toBe(false);
		const reason = `${label} is ${own}, not ${other}`;
		expect(item).toEqual({ success: false, outcome: 'skipped', reason, deviceId: 1 });
	});

	it('lets a device through that is not so, and none that is', async () => {
		expect((await lock({ [`${name}IsNot`]: other })).isSent).toBe(true);
		const { item, isSent } = await lock({ [`${name}IsNot`]: so });
		expect(isSent).toBe(false);
		const reason = `${label} is ${own}`;
		expect(item).toEqual({ success: false, outcome: 'skipped', reason, deviceId: 1 });
	});
});

it('a part of the name is enough', async () => {
	expect((await lock({ nameContains: 'PHONE' })).isSent).toBe(true);
	expect((await lock({ nameContains: 'tablet' })).item.reason).toBe(
		'Name is Phone 0, without tablet',
	);
	expect((await lock({ nameDoesNotContain: 'tablet' })).isSent).toBe(true);
	expect((await lock({ nameDoesNotContain: 'hone 0' })).item.reason).toBe('Name is Phone 0');
});

it.each([
	['platformIsNot', 'iOS', 'Platform is not known'],
	['statusIsNot', 'New', 'Status is not known'],
	['onlineStatusIsNot', 'Active', 'Online Status is not known'],
	['managementTypeIsNot', 'iOSSupervised', 'Management Type is not known'],
	['serialNumberIsNot', 'C02', 'Serial Number is not known'],
	['nameDoesNotContain', 'tablet', 'Name is not known'],
	['platform', 'iOS', 'Platform is not known'],
	['tag', 'Sales', 'Tag is not known'],
])('%s %s skips a device of which that is not known', async (name, value, reason) => {
	answerWith('<Tags/>');
	expect(await lock({ [name]: value })).toEqual({
		item: { success: false, outcome: 'skipped', reason, deviceId: 1 },
		isSent: false,
	});
});

it.each(['tagIsNot', 'userEmailIsNot', 'categoryIsNot', 'organizationIsNot'])(
	'%s lets a device through that has none',
	async (name) => {
		answerWith('<Tags/>');
		expect((await lock({ [name]: 'Sales' })).isSent).toBe(true);
	},
);

// "Is Not" lets a device through that has none: so what came and has another shape must not count as none.
it.each([
	['tagIsNot', '<Tags><Tag>Sales</Tag></Tags>', 'Tag is Sales'],
	['tagIsNot', '<Tags>Sales</Tags>', 'Tag is Sales'],
	['tagIsNot', '<Tags><Tag Name="Sales"/></Tags>', 'Tag is Sales'],
	['tagIsNot', '<Tags><Tag><Name>Loan</Name></Tag><Tag>Sales</Tag></Tags>', 'Tag is Loan, Sales'],
	['tagIsNot', '<Tags><Tag><name>Sales</name></Tag></Tags>', 'Tag is Sales'],
	['tagIsNot', '<Tag><Name>Loan</Name></Tag><Tag><ID>4</ID></Tag>', 'Tag is not known'],
	['categoryIsNot', '<Category>Sales</Category>', 'Category is Sales'],
	['categoryIsNot', '<Category><ID>3</ID></Category>', 'Category is not known'],
	[
		'categoryIsNot',
		'<Categories><Category><Name>Sales</Name></Category></Categories>',
		'Category is not known',
	],
	['organizationIsNot', '<Organization>Sales</Organization>', 'Organization is Sales'],
	['userEmailIsNot', '<User><Mail>Sales</Mail></User>', 'User Email is not known'],
	['platformIsNot', '<Platform><Name>Sales</Name></Platform>', 'Platform is not known'],
	['platformIsNot', '<Platform>Sales</Platform><Platform>A</Platform>', 'Platform is A, Sales'],
	[
		'nameDoesNotContain',
		'<InvDevice><DeviceName><Text>Sales</Text></DeviceName></InvDevice>',
		'Name is not known',
	],
])('%s skips a device of which another shape came: %s', async (name, elements, reason) => {
	answerWith(elements);
	expect(await lock({ [name]: 'Sales' })).toEqual({
		item: { success: false, outcome: 'skipped', reason, deviceId: 1 },
		isSent: false,
	});
});
