import { readCenter } from '../../nodes/Miradore/fields/center';
import { expectRefusal, refusalOf } from '../core/refusal';

const helsinki = { latitude: 60.1699, longitude: 24.9384 };
const read = (value: unknown) => readCenter("'Center' of the area Yard", value);

describe("'Center' reads", () => {
	it.each([
		['what Google Maps copies', '60.1699, 24.9384'],
		['no space', '60.1699,24.9384'],
		['spaces alone', ' 60.1699  24.9384 '],
		['a semicolon', '60.1699; 24.9384'],
		['decimal commas', '60,1699; 24,9384'],
		['decimal commas with commas between', '60,1699, 24,9384'],
		['what Apple Maps copies', '60.1699° N, 24.9384° E'],
		[
			'a link of OpenStreetMap with a marker',
			'https://www.openstreetmap.org/?mlat=60.1699&mlon=24.9384#map=17/1/2',
		],
		['a link of OpenStreetMap', 'https://www.openstreetmap.org/#map=17/60.1699/24.9384'],
		['a link of Google Maps', 'https://www.google.com/maps/@60.1699,24.9384,15z'],
		[
			'a place of Google Maps, not the middle of the screen',
			'https://www.google.com/maps/place/Yard/@1,2,17z/data=!3m1!4b1!8m2!3d60.1699!4d24.9384',
		],
		[
			'a search of Google Maps',
			'https://www.google.com/maps/search/?api=1&query=60.1699%2C24.9384',
		],
		['a search in the path', 'https://www.google.com/maps/search/60.1699,+24.9384?entry=tts'],
		['a marker of Google Maps', 'https://maps.google.com/?q=60.1699,24.9384'],
		['a link of Apple Maps', 'https://maps.apple.com/?ll=60.1699,24.9384&q=Yard'],
		['a link of Bing Maps', 'https://www.bing.com/maps?cp=60.1699~24.9384&lvl=15'],
		['a geo: address', 'geo:60.1699,24.9384'],
	])('%s', (_, value) => {
		expect(read(value)).toEqual(helsinki);
	});

	it('degrees, minutes and seconds', () => {
		const { latitude, longitude } = read(`60°10'11.6"N 24°56'18.2"E`);
		expect(latitude).toBeCloseTo(60.16989, 5);
		expect(longitude).toBeCloseTo(24.93839, 5);
	});

	it.each([
		...['60,1699;24,9384', '60,1699 24,9384', '60,1699,\t24,9384', ' 60,1699 , 24,9384 '],
		...[
			'60,1699° N, 24,9384° E',
			'60,1699ºN;24,9384ºE',
			'60,1699 n 24,9384 e',
			'+60,1699; +24,9384',
		],
		...['60.1699N,24.9384E', '+60.1699 +24.9384', '60.1699º; 24.9384º', 'geo:60.1699,24.9384;u=35'],
	])('the same in another spelling: %s', (value) => expect(read(value)).toEqual(helsinki));

	it.each([
		['-60,5; -124,25', { latitude: -60.5, longitude: -124.25 }],
		['6,5 S; 4,25 W', { latitude: -6.5, longitude: -4.25 }],
		['6.5S 104.25W', { latitude: -6.5, longitude: -104.25 }],
		['5,12345678; 104,5', { latitude: 5.12345678, longitude: 104.5 }],
		[`60°30'0"N, 124°15'0"E`, { latitude: 60.5, longitude: 124.25 }],
		['6° 30′ 0″ S; 4° 15′ 0″ W', { latitude: -6.5, longitude: -4.25 }],
		['6º30’36.0”s4º15’0”w', { latitude: -6.51, longitude: -4.25 }],
		[`6°3'36.00"N 4°6'9.000"E`, { latitude: 6.06, longitude: 4.1025 }],
	])('%s', (value, place) => {
		const { latitude, longitude } = read(value);
		expect(latitude).toBeCloseTo(place.latitude, 9);
		expect(longitude).toBeCloseTo(place.longitude, 9);
	});

	it.each([
		['0, 24.9', { latitude: 0, longitude: 24.9 }],
		['51.5, 0', { latitude: 51.5, longitude: 0 }],
		['90, 180', { latitude: 90, longitude: 180 }],
		['-90, -180', { latitude: -90, longitude: -180 }],
	])('the edge of the map and its middle lines: %s', (value, place) =>
		expect(read(value)).toEqual(place),
	);

	it('the south and the west', () => {
		const there = { latitude: -33.8688, longitude: -70.65 };
		expect(read('-33.8688, -70.65')).toEqual(there);
		expect(read('33.8688 S, 70.65 W')).toEqual(there);
	});
});

describe("'Center' refuses", () => {
	it.each([
		['', 'is not a place: (empty)'],
		['Helsinki', 'is not a place: Helsinki'],
		['60.1699', 'is not a place'],
		['60,169', 'is not a place'],
		['24.9384, 60.1699, 12', 'is not a place'],
		['60.1699, 24.9384 or so', 'is not a place'],
		['0, 0', 'is 0, 0, which is in the sea off Africa'],
		['0.0,-0.0', 'is 0, 0, which is in the sea'],
		['about 60,1699; 24,9384', 'is not a place'],
		['60,1699; 24,9384 or so', 'is not a place'],
		['60,; 24,9384', 'is not a place'],
		['60,a; 24,9384', 'is not a place'],
		['60,1699 X; 24,9384', 'is not a place'],
		['60,1699; 24,9384 X', 'is not a place'],
		['1234,5; 24,9384', 'is not a place'],
		[`at 60°10'11"N 24°56'18"E`, 'is not a place'],
		[`60°10'11"N 24°56'18"E or so`, 'is not a place'],
		[`60°10'11" 24°56'18"`, 'is not a place'],
		[`60°10'11"X 24°56'18"E`, 'is not a place'],
		[`60-10'11"N 24°56'18"E`, 'is not a place'],
		[`60°10-11"N 24°56'18"E`, 'is not a place'],
		[`60°10'11-N 24°56'18"E`, 'is not a place'],
		['91, 24.9', 'is not on the map: 91, 24.9'],
		['24.9, 181', 'is not on the map'],
		['https://maps.app.goo.gl/AbCdEf', 'is not a place: https://maps.app.goo.gl/AbCdEf'],
		[undefined, 'is not a place'],
		[{ latitude: 60 }, 'is not a place'],
		['9'.repeat(100_000), 'is not a place'],
	])('%j', (value, message) => {
		expectRefusal(
			refusalOf(() => read(value)),
			`'Center' of the area Yard ${message}`,
		);
	});

	it('a short link, and says what to do', () => {
		expect(() => read('https://maps.app.goo.gl/AbCdEf')).toThrow(
			expect.objectContaining({
				description: expect.stringContaining(
					'This link has no coordinates in it. Open it',
				) as string,
			}) as Error,
		);
	});
});
