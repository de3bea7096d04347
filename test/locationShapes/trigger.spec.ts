import { credentialOf } from '../core/site';
import { PublishedTrigger } from '../core/trigger';
import { writeLocations } from '../simulator';
import { minute } from '../trigger/clock';
import { all, isObject, refused, sentOf, simplifiedOf } from './sent';
import { useTravel } from './useTravel';

const travel = useTravel();
const { simulation, clock, report } = travel;

const inYard = { latitude: 60.17, longitude: 24.94 };
const yard = { name: 'Yard', center: '60.17, 24.94', radius: 500 };

/** What the names of an element's fields are called in a message. */
function namesOf(element: unknown): string[] {
	if (!isObject(element)) return [element === null ? '(null)' : '(text)'];
	return Object.keys(element);
}

describe.each(['locationReported', 'areaEntered'])('%s', (event) => {
	it.each(all)('reads %s, or tells', async (name, shape) => {
		simulation.site.locationShape = name;
		const published = new PublishedTrigger({
			parameters: { event, areas: { circle: [yard] } },
			credential: credentialOf(simulation.site),
		});
		const failures = await published.activate().then(
			() => published.failures,
			(error: Error) => [error],
		);
		clock.pass(10 * minute);
		report(0, inYard);
		const isLost = shape.time === 'none' || (event === 'areaEntered' && shape.place);
		if (shape.list === 'refused') {
			// The device without locations may have been read: then the first poll tells.
			if (failures.length === 0) await published.poll();
			expect(failures[0].message).toMatch(refused);
		} else if (shape.list === 'none' || shape.keeps === 0) {
			for (let polls = 0; polls < 3; polls++) await published.poll();
			expect(published.delivered).toEqual([]);
			const told = shape.list === 'none' ? [expect.stringContaining('Miradore sent nothing')] : [];
			expect(failures.map(({ message }) => message)).toEqual(told);
		} else if (isLost && !shape.isFirstOnly) {
			expect(failures).toHaveLength(1);
			expect(failures[0].message).toContain("locations of device 1 can't be read");
			const { description } = failures[0] as { description?: unknown };
			for (const name of namesOf(writeLocations(travel.fixes, shape)[0])) {
				expect(description).toContain(name);
			}
		} else {
			await published.poll();
			await published.poll();
			expect(published.delivered).toHaveLength(1);
			const [item] = published.delivered;
			const [newest] = sentOf(travel.fixes, shape).slice(-1);
			const simplified = simplifiedOf(newest, shape);
			expect(item).toMatchObject(simplified);
			expect(published.failures).toHaveLength(isLost ? 1 : 0);
			expect(published.failures.map(({ message }) => message)).toEqual(
				isLost ? [expect.stringContaining("locations of device 1 can't be read")] : [],
			);
		}
	});
});
