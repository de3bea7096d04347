import { day, hour, minute } from './clock';
import { atStation, elsewhere, inSquare, told, useAreas } from './watchedAreas';

const areas = useAreas();
const { clock, report, watch } = areas;

describe('crossings', () => {
	it('are told in the order of time, for several areas', async () => {
		report(elsewhere, hour);
		const [entered, left] = [watch('areaEntered'), watch('areaLeft')];
		await entered.activate();
		await left.activate();
		[atStation, inSquare, elsewhere].forEach((place, index) => report(place, (3 - index) * minute));
		await entered.poll();
		await left.poll();
		expect(told(entered)).toEqual([
			['Station', clock.ago(3 * minute)],
			['Square', clock.ago(2 * minute)],
		]);
		expect(told(left)).toEqual([
			['Station', clock.ago(2 * minute)],
			['Square', clock.ago(minute)],
		]);
	});

	it('are told when late locations show a visit, and only once', async () => {
		report(elsewhere, hour);
		const [entered, left] = [watch('areaEntered'), watch('areaLeft')];
		await entered.activate();
		await left.activate();
		report(elsewhere);
		await entered.poll();
		await left.poll();
		report(inSquare, 20 * minute);
		for (const published of [entered, left, entered, left]) await published.poll();
		expect(told(entered)).toEqual([['Square', clock.ago(20 * minute)]]);
		expect(told(left)).toEqual([['Square', clock.ago()]]);
	});

	it('are not told again when a late location lies between the two that were told', async () => {
		report(elsewhere, hour);
		const entered = watch('areaEntered');
		await entered.activate();
		report(inSquare);
		await entered.poll();
		report(inSquare, 10 * minute);
		await entered.poll();
		report(elsewhere, 20 * minute);
		await entered.poll();
		expect(told(entered)).toEqual([['Square', clock.ago()]]);
	});

	it('count the last known location, also when Miradore has it no longer', async () => {
		report(inSquare, hour);
		const left = watch('areaLeft');
		await left.activate();
		areas.phone.fixes = [];
		clock.pass(40 * day);
		await left.poll();
		report(elsewhere);
		await left.poll();
		expect(left.delivered).toMatchObject([
			{ area: 'Square', ...elsewhere, before: { latitude: 60.17, longitude: 24.97 } },
		]);
	});

	it('look back 7 days for where a device was when the workflow is published', async () => {
		report(inSquare, 6 * day);
		const left = watch('areaLeft');
		await left.activate();
		report(elsewhere);
		await left.poll();
		expect(told(left)).toEqual([['Square', clock.ago()]]);
	});

	it('leave coarse locations out where that is asked for', async () => {
		report(elsewhere, hour);
		const entered = watch('areaEntered', { maxAccuracy: 100 });
		await entered.activate();
		report(inSquare, 3 * minute, 101);
		report(elsewhere, 2 * minute, 100);
		report(inSquare, minute, 100);
		await entered.poll();
		expect(told(entered)).toEqual([['Square', clock.ago(minute)]]);
	});
});
