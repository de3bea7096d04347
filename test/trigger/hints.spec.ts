import { useSite } from '../core/site';
import { minute, useClock } from './clock';
import { preparePhones, triggerOn } from './happenings';

const simulation = useSite();
const clock = useClock();

/** The messages of some polls after publishing, with these answers for the first two of four devices. */
async function messages(...bodies: Array<object | string | undefined>) {
	const { site } = simulation;
	const phones = preparePhones(site, 'locationReported', clock);
	const published = triggerOn(site, 'locationReported');
	await published.activate();
	phones.forEach(({ id }, index) => {
		const body = bodies[index % bodies.length];
		if (body !== undefined) {
			site.addFault({ path: `/Device/${id}/Location`, status: 200, body });
		}
	});
	for (let polls = 0; polls < 3; polls++) {
		clock.pass(minute);
		await published.poll();
	}
	return published.failures.map(({ message }) => message);
}

it.each(['null', ''])('%j in place of every list of locations is told once', async (body) => {
	expect(await messages(body)).toEqual([
		expect.stringContaining('Miradore sent nothing instead of a list of locations'),
	]);
});

it('is not told where some devices have lists', async () => {
	expect(await messages('null', undefined)).toEqual([]);
});

it('tells once that Miradore has more locations than it sent', async () => {
	expect(await messages({ value: [], hasMore: true }, undefined)).toEqual([
		expect.stringContaining('there are more locations than it sent at once'),
	]);
});
