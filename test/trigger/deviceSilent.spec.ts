import { day, hour } from './clock';
import { useFleetInTime } from './fleetInTime';
import { idsOf, triggerOn } from './happenings';

const inTime = useFleetInTime();
const { simulation, clock, pass } = inTime;

describe("'Device Not Reporting'", () => {
	const silent = () => triggerOn(simulation.site, 'deviceSilent', { notReportedForDays: 7 });

	it('gives a device once for each silence', async () => {
		inTime.fleet[1].lastReported = clock.ago(20 * day);
		const published = silent();
		await published.activate();
		inTime.fleet[2].lastReported = clock.ago(6 * day);
		await published.poll();
		expect(published.delivered).toEqual([]);

		for (const device of inTime.fleet)
			if (device.id > 3) device.lastReported = clock.ago(-300 * day);
		inTime.fleet[0].lastReported = clock.ago(-300 * day);
		pass(day + hour);
		await published.poll();
		await published.poll();
		expect(idsOf(published)).toEqual([3]);

		inTime.fleet[2].lastReported = clock.ago();
		await published.poll();
		pass(8 * day);
		await published.poll();
		published.lose();
		await published.poll();
		expect(idsOf(published)).toEqual([3, 3]);
	});

	/** As Miradore writes dates by itself, but to the minute. */
	const toTheMinute = (date: Date) => {
		const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+)T(\d+:\d+)/.exec(date.toISOString())!;
		return `${day}.${month}.${year} ${time}`;
	};

	it.each([undefined, toTheMinute])(
		'counts a device that never reported from when it was made (%#)',
		async (dates) => {
			const { site } = simulation;
			const form = site.v1;
			site.v1 = { ...form, dates };
			const published = silent();
			// Early in a month, so that day and month can be mistaken for each other.
			pass(15 * day);
			for (const device of inTime.fleet) device.lastReported = clock.ago(-300 * day);
			await published.activate();
			Object.assign(inTime.fleet[1], { lastReported: undefined, created: clock.ago(8 * day) });
			Object.assign(inTime.fleet[2], { lastReported: undefined, created: clock.ago(3 * day) });
			await published.poll();
			expect(idsOf(published)).toEqual([2]);
			site.v1 = form;
		},
	);
});
