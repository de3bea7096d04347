import type { SimulatedFix } from './tracks';

/** A way to write a location, and what of it is to be read. */
export interface ElementShape {
	/** What is sent of a location; the location itself where left out. `index` counts from 0 in an answer. */
	element?(fix: SimulatedFix, index: number): unknown;
	/** `local`: without an offset. `none`: not readable. Known to the second where left out. */
	time?: 'local' | 'none';
	/** That the place isn't readable. */
	place?: 'none';
	/** That only the first location of an answer is odd: `time` and `place` are about that one. */
	isFirstOnly?: boolean;
	/** What is read beside the fields of every location. */
	extra?: object;
}

type Degrees = number | string;

/** A shape that differs in its place alone. */
function place(
	write: (latitude: Degrees, longitude: Degrees) => object,
	known?: ElementShape['place'],
): ElementShape {
	const element = ({ timestamp, latitude, longitude }: SimulatedFix) => ({
		timestamp,
		...write(latitude, longitude),
	});
	return { element, place: known };
}

const withComma = (degrees: Degrees) => String(degrees).replace('.', ',');
const address = {
	streetAddress: 'Asema-aukio 1',
	zipCode: '00100',
	city: 'Helsinki',
	country: 'Finland',
};

/** Where the place is and how it is written. */
export const places: Record<string, ElementShape> = {
	asText: place((latitude, longitude) => ({ latitude: `${latitude}`, longitude: `${longitude}` })),
	latLng: place((lat, lng) => ({ lat, lng })),
	latLon: place((lat, lon) => ({ lat, lon })),
	pascalCase: {
		element: ({ timestamp: Timestamp, latitude: Latitude, longitude: Longitude }) => ({
			Timestamp,
			Latitude,
			Longitude,
		}),
	},
	pascalCasePlace: place((Latitude, Longitude) => ({ Latitude, Longitude })),
	inLocation: place((latitude, longitude) => ({ location: { latitude, longitude } })),
	inPosition: place((Lat, Lng) => ({ Position: { Lat, Lng } })),
	inCoordinates: place((latitude, longitude) => ({ coordinates: { latitude, longitude } })),
	inCoords: {
		...place((latitude, longitude) => ({ coords: { latitude, longitude, accuracy: 7 } })),
		extra: { accuracy: 7 },
	},
	point: place((latitude, longitude) => ({
		location: { type: 'Point', coordinates: [longitude, latitude] },
	})),
	pointItself: place((latitude, longitude) => ({
		type: 'Point',
		coordinates: [longitude, latitude],
	})),
	list: place((latitude, longitude) => ({ coordinates: [longitude, latitude] })),
	listWithAltitude: place((latitude, longitude) => ({ position: [longitude, latitude, 12.5] })),
	feature: {
		element: ({ timestamp, latitude, longitude }) => ({
			type: 'Feature',
			geometry: { type: 'Point', coordinates: [longitude, latitude] },
			properties: { timestamp },
		}),
	},
	nullBesideLocation: place((latitude, longitude) => ({
		latitude: null,
		longitude: null,
		location: { latitude, longitude },
	})),
	zeroBesideLocation: place((latitude, longitude) => ({
		latitude: 0,
		longitude: 0,
		location: { latitude, longitude },
	})),
	horizontalAccuracy: {
		...place((latitude, longitude) => ({ latitude, longitude, HorizontalAccuracy: '12,5' })),
		extra: { accuracy: 12.5 },
	},
	address: {
		...place((latitude, longitude) => ({ latitude, longitude, ...address, StreetName: 'x' })),
		extra: address,
	},
	zeroZero: place(() => ({ latitude: 0, longitude: 0 }), 'none'),
	outOfRange: place((latitude) => ({ latitude, longitude: 200 }), 'none'),
	halfPlace: place((latitude) => ({ latitude }), 'none'),
	nullPlace: place(() => ({ latitude: null, longitude: null }), 'none'),
	textPair: place((latitude, longitude) => ({ location: `${latitude},${longitude}` }), 'none'),
	degreesAsWords: place(() => ({ latitude: '60° 10′ N', longitude: '24° 56′ E' }), 'none'),
	tenMillionths: place(
		(latitude) => ({ latitude: Number(latitude) * 1e7, longitude: 249384000 }),
		'none',
	),
	line: place(
		(latitude, longitude) => ({
			coordinates: [
				[longitude, latitude],
				[longitude, latitude],
			],
		}),
		'none',
	),
	unknownPlace: place((y, x) => ({ x, y }), 'none'),
};

export const commaDecimals = place((latitude, longitude) => ({
	latitude: withComma(latitude),
	longitude: withComma(longitude),
}));

const first = (
	odd: (fix: SimulatedFix) => unknown,
	known: Pick<ElementShape, 'time' | 'place'>,
) => ({
	element: (fix: SimulatedFix, index: number) => (index === 0 ? odd(fix) : fix),
	isFirstOnly: true,
	...known,
});

/** Elements that are no location, alone or among good ones. */
export const oddLocations: Record<string, ElementShape> = {
	emptyElements: { element: () => ({}), time: 'none', place: 'none' },
	nullElements: { element: () => null, time: 'none', place: 'none' },
	textElements: { element: ({ timestamp }) => timestamp, time: 'none', place: 'none' },
	oneWithoutTime: first(({ latitude, longitude }) => ({ latitude, longitude }), { time: 'none' }),
	oneWithOddTime: first((fix) => ({ ...fix, timestamp: 'today' }), { time: 'none' }),
	oneWithoutPlace: first(({ timestamp }) => ({ timestamp }), { place: 'none' }),
	oneAtZeroZero: first(({ timestamp }) => ({ timestamp, latitude: 0, longitude: 0 }), {
		place: 'none',
	}),
	oneEmpty: first(() => ({}), { time: 'none', place: 'none' }),
	oneNull: first(() => null, { time: 'none', place: 'none' }),
	oneWithoutOffset: first((fix) => ({ ...fix, timestamp: fix.timestamp.slice(0, 19) }), {
		time: 'local',
	}),
};
