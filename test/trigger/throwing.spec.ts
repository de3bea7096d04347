import { useFivePhones } from './fivePhones';
import { happenings, happenTo, preparePhones } from './happenings';
import { credentialOf } from '../core/site';
import { PublishedTrigger } from '../core/trigger';

const { simulation, clock, reportAll, trigger } = useFivePhones();

/** Has n8n throw where it is told of so many failures; the workflow goes on as if nothing had been. */
const refuseWarnings = ({ failures }: PublishedTrigger, times: number) => {
	const push = jest.spyOn(failures, 'push');
	for (let time = 0; time < times; time += 1) {
		push.mockImplementationOnce(() => {
			throw new Error('n8n can not take it');
		});
	}
};

describe('A poll that throws at its end tells all of it at the next one', () => {
	const unreadable = JSON.stringify([{ latitude: 'north' }]);
	it.each([
		['a device that fails', { path: '/Device/3/Location', status: 500 }],
		['an answer that is no list', { path: '/Device/3/Location', status: 200, body: '"none"' }],
		['a location that cannot be read', { path: '/Device/3/Location', status: 200, body: unreadable }],
	])('where n8n takes no warning of %s', async (_, fault) => {
		const published = trigger();
		await published.activate();
		clock.pass(60);
		reportAll(61);
		simulation.site.addFault({ ...fault, times: 1 });
		refuseWarnings(published, 1);
		await published.poll();
		expect(published.delivered).toEqual([]);
		await published.poll();
		const told = published.delivered.map(({ deviceId }) => Number(deviceId));
		expect(told.sort()).toEqual([1, 2, 3, 4, 5]);
	});
});
