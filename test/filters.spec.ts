import type { IDataObject } from 'n8n-workflow';
import { execute } from './core/execute';
import { credentialOf, useSite } from './core/site';
import { PublishedTrigger } from './core/trigger';
import type { SimulatedDevice } from './simulator';

const simulation = useSite();
const getAll = (parameters: IDataObject) =>
	execute({
		parameters: { operation: 'getAll', returnAll: true, ...parameters },
		credential: simulation.credential,
	});
/** The ids of the devices in use that pass. */
const ids = (passes: (device: SimulatedDevice) => boolean) =>
	simulation.site.fleet.devices
		.filter((device) => device.status !== 'Deleted' && passes(device))
		.map(({ id }) => id);
const isPlatform =
	(...platforms: string[]) =>
	(device: SimulatedDevice) =>
		platforms.includes(device.platform);
const found = async (parameters: IDataObject) => {
	const { error, success } = await getAll(parameters);
	expect(error).toBeUndefined();
	return success.map(({ json }) => json.id);
};

describe('Several values of a filter', () => {
	it('are one list each, and no list has an or', async () => {
		expect(
			await found({ filters: { platform: ['macOS', 'iOS'], onlineStatus: ['Active'] } }),
		).toEqual(ids((one) => isPlatform('iOS', 'macOS')(one) && one.onlineStatus === 'Active'));
		expect(simulation.site.requests.map(({ query }) => query.filters)).toEqual(
			['iOS', 'macOS'].map(
				(platform) => `OnlineStatus eq Active and Platform eq ${platform} and Status ne Deleted`,
			),
		);
	});

	it('find a device once that has two of them', async () => {
		const [one] = simulation.site.fleet.devices;
		const { tags } = one;
		one.tags = ['Field', 'Loan'];
		const tag = { __rl: true, mode: 'name', value: "={{ ['Loan', 'Field'] }}" };
		expect(await found({ filters: { tag } })).toEqual(
			ids((device) => device.tags.some((name) => ['Field', 'Loan'].includes(name))),
		);
		one.tags = tags;
	});

	it.each([true, false])('are sorted and cut as one list: Return All %s', async (returnAll) => {
		const filters = { platform: ['iOS', 'Android', 'macOS'] };
		const options = { sortBy: 'LastReported desc' };
		const matching = ids(isPlatform(...filters.platform));
		const reported = (id: number) =>
			simulation.site.fleet.devices.find((one) => one.id === id)?.lastReported ?? '';
		const told = (await found({ filters, options, returnAll, limit: 4 })) as number[];
		const times = told.map(reported);
		expect(times).toEqual([...times].sort().reverse());
		const latest = matching.map(reported).sort().reverse();
		expect(times).toEqual(returnAll ? latest : latest.slice(0, 4));
	});

	it.each<[IDataObject, string]>([
		[{ platform: [] }, "'Platform' in 'Filters' is not one of its values"],
		[{ platform: ['iOS', 'Symbian'] }, "'Platform' in 'Filters' is not one of its values"],
		[{ tag: '={{ ["Field", ""] }}' }, "'Tag' in 'Filters' is a list of something else than texts"],
		[{ tag: '={{ [] }}' }, "'Tag' in 'Filters' is a list of something else than texts"],
		[
			{
				platform: ['iOS', 'Android', 'macOS', 'Other'],
				onlineStatus: ['Active', 'Inactive', 'Unknown', 'Unmanaged'],
				passcodeSet: ['Yes', 'No'],
			},
			"'Filters' have too many values: 32 lists would have to be read",
		],
	])('%j are refused before any request', async (filters, message) => {
		const { error } = await getAll({ filters });
		expect(error?.message).toContain(message);
		expect(simulation.site.requests).toEqual([]);
	});
});

it('Devices are found by an application that they have', async () => {
	const all = simulation.site.fleet.devices.flatMap(({ applications }) => applications);
	const [name] = all[0].name.slice(1).split(' ');
	const has = (one: SimulatedDevice) => one.applications.some((app) => app.name.includes(name));
	expect(ids(has)).not.toEqual(ids(() => true));
	expect(await found({ filters: { hasApplication: name } })).toEqual(ids(has));
	expect(simulation.site.requests.map(({ query }) => query.filters)).toEqual([
		expect.stringMatching(`^InvApplication.Name contains '?${name}'? and Status ne Deleted$`),
	]);
});

it('The trigger takes the same filters', async () => {
	const { fleet } = simulation.site;
	const all = fleet.devices;
	const filters = { platform: ['iOS', 'Android'], tagIsNot: 'Loan' };
	const published = new PublishedTrigger({
		parameters: { event: 'deviceAdded', devices: 'filters', filters },
		credential: credentialOf(simulation.site),
	});
	await published.activate();
	const add = (id: number, platform: SimulatedDevice['platform'], tags: string[] = []) => ({
		...all[0],
		status: 'Active' as const,
		id,
		platform,
		tags,
	});
	fleet.devices = [
		...all,
		add(101, 'iOS'),
		add(102, 'macOS'),
		add(103, 'Android'),
		add(104, 'Android', ['Loan']),
	];
	await published.poll();
	await published.poll();
	fleet.devices = all;
	expect(published.failures).toEqual([]);
	expect(published.delivered.map(({ id }) => id)).toEqual([101, 103]);
});
