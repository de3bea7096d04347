import type { IDataObject } from 'n8n-workflow';
import type { SimulatedDevice } from '../simulator';
import { useDevices } from './useDevices';

const { simulation, shown, getAll } = useDevices();
/** The ids of the devices in use that pass. */
const ids = (passes: (device: SimulatedDevice) => boolean) =>
	shown()
		.filter(passes)
		.map(({ id }) => id);
const found = async (parameters: IDataObject) => {
	const { error, success } = await getAll(parameters);
	expect(error).toBeUndefined();
	return success.map(({ json }) => json.id);
};
const dayOf = (iso: string) => iso.slice(0, 10);

describe('What the node itself looks at', () => {
	it('is a tag that devices do not have, whatever its letter case', async () => {
		const expected = ids(({ tags }) => !tags.includes('Field'));
		expect(expected.length).toBeGreaterThan(2);
		for (const name of ['Field', 'field']) {
			expect(await found({ filters: { tagIsNot: name } })).toEqual(expected);
		}
		const limited = { filters: { tagIsNot: 'Field' }, returnAll: false, limit: 2 };
		expect(await found(limited)).toEqual(expected.slice(0, 2));
		for (const { query } of simulation.site.requests)
			expect(query.filters).toBe('Status ne Deleted');
	});

	it('are the days of creation and of enrollment, the first one included', async () => {
		const days = ids(() => true).map((id) => dayOf(simulation.site.fleet.devices[id - 1].created));
		const createdAfter = [...days].sort()[5];
		expect(await found({ filters: { createdAfter } })).toEqual(
			ids(({ created }) => dayOf(created) >= createdAfter),
		);
		const twoDaysOn = (iso: string) =>
			dayOf(new Date(Date.parse(iso) + 2 * 86_400_000).toISOString());
		const enrolledAfter = twoDaysOn(createdAfter);
		const enrolled = ids(
			({ created, managementType }) =>
				managementType !== 'None' && twoDaysOn(created) >= enrolledAfter,
		);
		expect(await found({ filters: { enrolledAfter } })).toEqual(enrolled);
	});

	it('fails where a date can be read in two ways', async () => {
		const { site } = simulation;
		const { v1 } = site;
		site.v1 = { ...v1, dates: () => '3/4/2026 10:00:00 AM' };
		const { error } = await getAll({ filters: { createdAfter: '2026-01-01' } });
		site.v1 = v1;
		expect(error?.message).toContain("The dates in Created can't be read");
	});

	it('refuses what is no date before any request', async () => {
		const { error } = await getAll({ filters: { createdAfter: 'soon' } });
		expect(error?.message).toContain("'Created After' is not a date: soon");
		expect(simulation.site.requests).toEqual([]);
	});
});
