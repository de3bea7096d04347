import { linkTo } from '../tracks/links';
import { simplified, useLocations } from './useLocations';

const { simulation, getLocations } = useLocations();
const queries = () => simulation.site.requests.map(({ query }) => query);

describe('Get Locations', () => {
	it('asks for all without dates, and for days in the zone of the workflow with them', async () => {
		await getLocations([1]);
		await getLocations(
			[1],
			{ filters: { startDate: '2026-11-17T22:30:00Z', endDate: '={{ $json.day }}' } },
			{ timeZone: 'Europe/Helsinki' },
		);
		expect(queries()).toEqual([{}, { startDate: '2026-11-18', endDate: '2026-11-18' }]);
	});

	it('takes a DateTime from an expression', async () => {
		const filters = {
			startDate: "={{ DateTime.fromISO('2026-11-17T22:30:00Z') }}",
			endDate: "={{ DateTime.fromISO('2026-11-19T22:30:00Z').toJSDate() }}",
		};
		await getLocations([1], { filters }, { timeZone: 'Europe/Helsinki' });
		expect(queries()).toEqual([{ startDate: '2026-11-18', endDate: '2026-11-20' }]);
	});

	it.each([
		[
			{ startDate: '2026-11-18', endDate: '2026-11-17' },
			"'End Date' is before 'Start Date' [item 0]",
		],
		[{ startDate: 'yesterday' }, "'Start Date' is not a date: yesterday [item 0]"],
		[{ endDate: '2026-02-30' }, "'End Date' is not a date: 2026-02-30 [item 0]"],
	])('refuses %p before any request', async (filters, message) => {
		const { error } = await getLocations([1], { filters });
		expect(error?.message).toBe(message);
		expect(simulation.site.requests).toEqual([]);
	});

	it('keeps only exact times: it asks for the covering days and drops the rest', async () => {
		const filters = { startDate: '2026-11-18T10:00:00', endDate: '2026-11-18T14:00:00' };
		const options = { exactTimes: true };
		const { success } = await getLocations(
			[1],
			{ filters, options },
			{ timeZone: 'Europe/Helsinki' },
		);
		expect(queries()).toEqual([{ startDate: '2026-11-17', endDate: '2026-11-20' }]);
		expect(success.map(({ json }) => json)).toEqual(simplified.slice(1));
	});

	it('keeps a time without a zone when asked for exact times, and says so', async () => {
		const unclear = { timestamp: '2026-11-18T10:00:00', latitude: 60, longitude: 24 };
		simulation.site.addFault({ status: 200, body: JSON.stringify([unclear]) });
		const filters = { startDate: '2026-11-17T10:00:00Z', endDate: '2026-11-17T11:00:00Z' };
		const { success, hints } = await getLocations([1], { filters, options: { exactTimes: true } });
		expect(success.map(({ json }) => json)).toEqual([
			{ deviceId: 1, ...unclear, mapUrl: linkTo(unclear) },
		]);
		expect(hints[0].message).toContain('a time without a time zone');
	});
});
