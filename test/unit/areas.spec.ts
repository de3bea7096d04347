import fc from 'fast-check';
import { isInside, type Area } from '../../nodes/Miradore/locations/area';
import { findCrossings } from '../../nodes/Miradore/locations/crossings';
import { cases } from '../core/random';

const circle: Area = { name: 'Circle', latitude: 60, longitude: 25, radius: 1000 };

describe('isInside', () => {
	it.each([
		// A degree of latitude is 111.195 km on the sphere of 6371 km that is used here.
		[60.0089, true],
		[60.00905, false],
	])('measures a circle in metres: %d', (latitude, inside) => {
		expect(isInside(circle, { latitude, longitude: 25 })).toBe(inside);
	});

	it('measures along a parallel as it is on the globe', () => {
		const metresPerDegree = 111_195 * Math.cos(Math.PI / 3);
		const at = (metres: number) => ({ latitude: 60, longitude: 25 + metres / metresPerDegree });
		expect(isInside(circle, at(990))).toBe(true);
		expect(isInside(circle, at(1010))).toBe(false);
	});

	it('measures across the 180th meridian', () => {
		const area = { name: 'Date line', latitude: 0, longitude: 179.999, radius: 500 };
		expect(isInside(area, { latitude: 0, longitude: -179.999 })).toBe(true);
	});

	it('leaves out the hole of a polygon', () => {
		const square = (from: number, to: number) => [
			[from, from],
			[to, from],
			[to, to],
			[from, to],
			[from, from],
		];
		const coordinates = [square(0, 10), square(4, 6)];
		const area: Area = { name: 'Ring', geometry: { type: 'Polygon', coordinates } };
		expect(isInside(area, { latitude: 2, longitude: 2 })).toBe(true);
		expect(isInside(area, { latitude: 5, longitude: 5 })).toBe(false);
		expect(isInside(area, { latitude: 11, longitude: 5 })).toBe(false);
	});
});

describe('findCrossings', () => {
	/** Capital letters are inside, those behind a minus sign are known. */
	const read = (text: string) =>
		text.split(' ').map((word, index) => {
			const isKnown = word.startsWith('-');
			const latitude = /[A-Z]/.test(word) ? 60 : 61;
			const timestamp = String(index);
			return { fix: { timestamp, latitude, longitude: 25 }, isNew: !isKnown };
		});
	const told = (text: string, countsFirst = false) =>
		findCrossings(circle, read(text), countsFirst).map(
			({ kind, after }) => `${kind} ${after.timestamp}`,
		);

	it('takes as many crossings as there may be between two known locations', () => {
		const many = 130_000;
		const places = Array.from({ length: many }, (_, index) => (index % 2 === 0 ? 'A' : 'a'));
		expect(told(['-a', ...places, '-a'].join(' '))).toHaveLength(many);
	});

	it.each([
		['-a b -c', []],
		['-a B -c', ['entered 1', 'left 2']],
		['-a B C -d E', ['entered 1', 'left 3', 'entered 4']],
		['-a B -C', []],
		['-a B c -D', ['entered 1', 'left 2']],
		['-A b', ['left 1']],
		['-A b -C D', ['left 1', 'entered 2']],
		['A', []],
		['A b', ['left 1']],
		['A -b', ['left 1']],
		['-A -b', []],
	])('in %s: %j', (text, expected) => {
		expect(told(text)).toEqual(expected);
	});

	it.each([
		['A', ['entered 0']],
		['a B', ['entered 1']],
		['A -B', []],
		['-A B', []],
		['A -b', ['entered 0', 'left 1']],
	])('in %s, where a first location inside counts: %j', (text, expected) => {
		expect(told(text, true)).toEqual(expected);
	});

	it('tells as many entries as there are in all, in whatever order the locations come', () => {
		const track = fc.uniqueArray(fc.record({ time: fc.nat(1000), latitude: fc.nat(1) }), {
			selector: ({ time }) => time,
			minLength: 2,
		});
		fc.assert(
			fc.property(track, fc.array(fc.nat(5)), (fixes, sizes) => {
				const first = { timestamp: '', time: -1, latitude: 61, longitude: 25 };
				const known = [first];
				const all = [first];
				let count = 0;
				let rest = fixes.map(({ time, latitude }) => ({
					timestamp: String(time),
					time,
					latitude: 60 + latitude,
					longitude: 25,
				}));
				for (const size of [...sizes, Infinity]) {
					all.push(...rest.slice(0, size));
					rest = rest.slice(size);
					all.sort((one, other) => one.time - other.time);
					const sightings = all.map((fix) => ({ fix, isNew: !known.includes(fix) }));
					const crossings = findCrossings(circle, sightings, false);
					count += crossings.filter(({ kind }) => kind === 'entered').length;
					known.splice(0, known.length, ...all);
				}
				const inside = all.map((fix) => isInside(circle, fix));
				const entries = inside.filter((is, index) => is && index > 0 && !inside[index - 1]);
				expect(count).toBe(entries.length);
			}),
			cases(500, 500),
		);
	});
});
