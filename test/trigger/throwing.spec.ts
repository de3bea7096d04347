import { useSite } from '../core/site';
import { useClock } from './clock';
import { happenTo, idsOf, preparePhones, triggerOn } from './happenings';

const simulation = useSite();
const clock = useClock();

const path = '/Device/3/Location';
const unreadable = JSON.stringify([{ latitude: 'north' }]);
/** What a poll warns of, and what makes it. */
const faults = [
	['a device that fails', { path, status: 500 }],
	['an answer that is no list', { path, status: 200, body: '"none"' }],
	['a location that cannot be read', { path, status: 200, body: unreadable }],
] as const;

// By its warnings alone a poll runs code of n8n after the last request that may fail.
describe.each(['locationReported', 'areaEntered', 'areaLeft'])('%s', (event) => {
	it.each(faults)('is told by the next poll where n8n takes no warning of %s', async (_, fault) => {
		const { site } = simulation;
		const phones = preparePhones(site, event, clock, 5);
		const trigger = triggerOn(site, event, { options: { maxRetries: 0 } });
		await trigger.activate();
		clock.pass(60);
		for (const phone of phones) happenTo(site, event, phone, clock);
		site.addFault({ ...fault, times: 1 });
		const warnings = jest.spyOn(trigger.failures, 'push').mockImplementationOnce(() => {
			throw new Error('n8n can not take it');
		});
		await trigger.poll();
		expect(warnings).toHaveBeenCalledTimes(2);
		expect(trigger.failures.map(String)).toEqual([expect.stringContaining('can not take it')]);
		expect(trigger.delivered).toEqual([]);
		clock.pass(60_000);
		await trigger.poll();
		expect(idsOf(trigger).sort()).toEqual([1, 2, 3, 4, 5]);
	});
});
