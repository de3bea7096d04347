import { minute } from './clock';
import { useFivePhones } from './fivePhones';
import { idsOf } from './happenings';

const { simulation, clock, reportAll, trigger } = useFivePhones();

describe("n8n's budget for a poll", () => {
	const budget = minute;

	it('is kept, and what did not fit goes on first the next time', async () => {
		const published = trigger({ maxParallelRequests: 1 }, {}, budget);
		// A third of the time is for the last request: after three of these, none is begun.
		simulation.site.addFault({ before: () => clock.pass(budget / 4) });
		const read: string[][] = [];
		for (let polls = 0; polls < 3; polls++) {
			simulation.site.clearRequests();
			if (polls === 0) await published.activate();
			else await published.poll();
			read.push(simulation.site.requests.map(({ path }) => path));
		}
		// Each poll began behind the one before.
		expect(read).toEqual(
			[
				[1, 2],
				[3, 4],
				[5, 1],
			].map((ids) => ['/API/Device', ...ids.map((id) => `/Device/${id}/Location`)]),
		);
		expect(published.failures).toEqual([]);
	});

	it('may end before any device was read, and no location is lost', async () => {
		const published = trigger({}, {}, budget);
		await published.activate();
		reportAll(61);
		simulation.site.clearRequests();
		simulation.site.addFault({ path: '/API/Device', before: () => clock.pass(budget), times: 1 });
		await published.poll();
		expect(simulation.site.requests.map(({ path }) => path)).toEqual(['/API/Device']);
		expect(published.failures.map(({ message }) => message)).toEqual([
			'Miradore took longer than n8n lets a poll take',
		]);
		expect(published.delivered).toEqual([]);
		await published.poll();
		expect(idsOf(published).sort()).toEqual([1, 2, 3, 4, 5]);
	});
});
