import { linkTo } from '../tracks/links';
import { day, hour, minute } from './clock';
import { atStation, elsewhere, inSquare, useAreas } from './watchedAreas';

const areas = useAreas();
const { simulation, clock, report, watch } = areas;

describe.each(['areaEntered', 'areaLeft'])('%s', (event) => {
	it('tells area, device and the locations before and after', async () => {
		const [before, after] = event === 'areaEntered' ? [elsewhere, inSquare] : [inSquare, elsewhere];
		report(before, hour);
		const published = watch(event);
		await published.activate();
		clock.pass(10 * minute);
		report(after, 0, 12);
		await published.poll();
		await published.poll();
		expect(published.failures).toEqual([]);
		expect(published.delivered).toEqual([
			{
				deviceId: 1,
				deviceName: areas.phone.name,
				userEmail: areas.phone.userEmail,
				area: 'Square',
				timestamp: clock.ago(),
				...after,
				accuracy: 12,
				mapUrl: linkTo(after),
				before: {
					timestamp: clock.ago(hour + 10 * minute),
					...before,
					mapUrl: linkTo(before),
				},
			},
		]);
	});
});

describe('a device that is first seen inside', () => {
	it('has not entered', async () => {
		report(inSquare, hour);
		const entered = watch('areaEntered');
		await entered.activate();
		report(inSquare);
		await entered.poll();
		expect(entered.delivered).toEqual([]);
	});

	it('has entered where that is asked for, at once or with its first location', async () => {
		report(inSquare, hour);
		const entered = watch('areaEntered', { countsFirstSeen: true });
		await entered.activate();
		expect(entered.delivered).toMatchObject([{ area: 'Square', deviceId: 1, before: null }]);
		[, areas.phone] = simulation.site.fleet.devices;
		report(atStation);
		await entered.poll();
		await entered.poll();
		expect(entered.delivered.slice(1)).toMatchObject([
			{ area: 'Station', deviceId: 2, before: null },
		]);
	});
});

describe('a test run', () => {
	it('gives the latest crossing of the last 7 days', async () => {
		report(inSquare, 3 * day);
		report(elsewhere, 2 * day);
		report(inSquare, day);
		const items = await watch('areaLeft').test();
		expect(items.map(({ json }) => json)).toMatchObject([
			{ area: 'Square', timestamp: clock.ago(2 * day) },
		]);
	});

	it('says so when there is none', async () => {
		report(elsewhere, day);
		await expect(watch('areaEntered').test()).rejects.toThrow('No device entered one of the areas');
	});
});
