import { encodings, within } from '../simulator/v1/oddities';
import { useDevices } from './useDevices';

const { simulation, shown, run, getAll } = useDevices();

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

	it.each([true, '={{ true }}', '={{ "true" }}'])(
		"gives all with 'Return All' %s although a limit is set",
		async (returnAll) => {
			const all = await getAll({ returnAll: true });
			const { success } = await getAll({ returnAll, limit: 3 });
			expect(all.success.length).toBeGreaterThan(3);
			expect(success).toHaveLength(all.success.length);
		},
	);

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
