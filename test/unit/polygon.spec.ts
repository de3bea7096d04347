import { readGeometry } from '../../nodes/Miradore/fields/polygon';
import { expectRefusal, refusalOf } from '../core/refusal';

const ring = [
	[24, 60],
	[25, 60],
	[25, 61],
	[24, 60],
];
const other = ring.map(([east, north]) => [east + 5, north]);
const polygon = (...rings: number[][][]) => ({ type: 'Polygon', coordinates: rings });
const feature = (geometry: object | null) => ({ type: 'Feature', properties: {}, geometry });
const collection = (...geometries: Array<object | null>) =>
	JSON.stringify({ type: 'FeatureCollection', features: geometries.map(feature) }, null, 2);
/** A polygon that begins and ends at a position. */
const from = (position: unknown) => ({
	type: 'Polygon',
	coordinates: [[position, ...ring.slice(1, -1), position]],
});
const read = (value: unknown) => readGeometry("'GeoJSON or KML' of the area Yard", value);

const geometries = (...parts: object[]) => ({ type: 'GeometryCollection', geometries: parts });

const kml = (...bodies: string[]) => `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2">
<Document><name>Yard &amp; more</name><Style id="s"><LineStyle/></Style>
<Folder>${bodies.join('\n')}</Folder></Document></kml>`;
const boundary = (name: string, positions: number[][], altitude = ',0') =>
	`<${name}><LinearRing><coordinates>
		${positions.map(([east, north]) => `${east},${north}${altitude}`).join('\n		')}
	</coordinates></LinearRing></${name}>`;
const placemark = (...boundaries: string[]) =>
	`<Placemark><name>A</name><Polygon><tessellate>1</tessellate>${boundaries.join('')}</Polygon></Placemark>`;

describe('An area is read from', () => {
	it('what geojson.io saves', () => {
		expect(read(collection(polygon(ring)))).toEqual(polygon(ring));
	});

	it('a drawing of several polygons, which is one area', () => {
		expect(read(collection(polygon(ring), null, polygon(other)))).toEqual({
			type: 'MultiPolygon',
			coordinates: [[ring], [other]],
		});
	});

	it.each([
		['a GeoJSON object from an expression', polygon(ring), polygon(ring)],
		['a collection of geometries', geometries(polygon(ring)), polygon(ring)],
		['several in one', { type: 'MultiPolygon', coordinates: [[ring]] }, polygon(ring)],
		['the north-east corner of the map', from([180, 90]), from([180, 90])],
		['the south-west corner of the map', from([-180, -90]), from([-180, -90])],
		['KML behind spaces', `\n ${kml(placemark(boundary('outerBoundaryIs', ring)))}`, polygon(ring)],
	])('%s', (_name, value, area) => expect(read(value)).toEqual(area));

	it('KML of Google Earth and My Maps, with and without altitudes', () => {
		expect(read(kml(placemark(boundary('outerBoundaryIs', ring))))).toEqual(polygon(ring));
		expect(read(kml(placemark(boundary('outerBoundaryIs', ring, ''))))).toEqual(polygon(ring));
	});

	it('KML with a hole, and with several polygons', () => {
		const hole = boundary('innerBoundaryIs', other);
		expect(read(kml(placemark(hole, boundary('outerBoundaryIs', ring))))).toEqual(
			polygon(ring, other),
		);
		const two = [ring, other].map((one) => placemark(boundary('outerBoundaryIs', one)));
		expect(read(kml(...two))).toEqual({ type: 'MultiPolygon', coordinates: [[ring], [other]] });
	});
});

describe('An area is not', () => {
	const line = { type: 'LineString', coordinates: ring };
	const point = { type: 'Point', coordinates: [24, 60] };
	it.each([
		['a drawing with a marker', collection(polygon(ring), point), 'has more than polygons: Point'],
		[
			'a point of KML',
			kml('<Point><coordinates>24,60</coordinates></Point>'),
			'has more than polygons: Point',
		],
		[
			'KML that is cut',
			kml(placemark(boundary('outerBoundaryIs', ring))).slice(0, 400),
			'is not a',
		],
		['a ring without an end', kml(placemark(boundary('outerBoundaryIs', ring.slice(1)))), 'is not'],
		['degrees left out', kml(placemark(boundary('outerBoundaryIs', [[24]]))), 'is not'],
		['beyond the North Pole', from([24, 91]), 'is not a'],
		['beyond the South Pole', from([24, -91]), 'is not a'],
		['east of the map', from([181, 60]), 'is not a'],
		['west of the map', from([-181, 60]), 'is not a'],
		['a longitude as text', from(['24', 60]), 'is not a'],
		['a latitude as text', from([24, '60']), 'is not a'],
		['a position of one number', from([24]), 'is not a'],
		['a position that is none', from(null), 'is not a'],
		['a ring of three positions', polygon([ring[0], ring[1], ring[0]]), 'is not a'],
		['a polygon without a ring', polygon(), 'is not a'],
		['a hole without positions', polygon(ring, []), 'is not a'],
		[
			'several of which one is none',
			{ type: 'MultiPolygon', coordinates: [[ring], 5] },
			'is not a',
		],
		['several that are no list', { type: 'MultiPolygon', coordinates: 5 }, 'is not a'],
		['a circle', { type: 'Circle', coordinates: [24, 60] }, 'is not a'],
		['something like a point', { type: 'Pointer' }, 'is not a'],
		['something else like a point', { type: 'MyPoint' }, 'is not a'],
		[
			'two kinds of others',
			geometries(point, line, point),
			'has more than polygons: Point, LineString',
		],
		['many points', { ...point, type: 'MultiPoint' }, 'has more than polygons: MultiPoint'],
		['a list', [polygon(ring)], 'is not a'],
		['a number', 5, 'is not a'],
		['nothing', null, 'is not a'],
		[
			'a line of KML',
			kml(
				placemark(boundary('outerBoundaryIs', ring)),
				'<LineString><coordinates>24,60 25,61</coordinates></LineString>',
			),
			'has more than polygons: LineString',
		],
		['KML without a polygon', kml('<Placemark/>'), 'is not a'],
		[
			'KML that leaves out a number',
			kml(placemark(boundary('outerBoundaryIs', ring)).replaceAll('24,60', '24,')),
			'is not a',
		],
		['empty', '', 'is not a polygon in GeoJSON or KML'],
		['HTML', '<html><body>Sign in</body></html>', 'is not a polygon'],
		['an empty drawing', collection(), 'is not a polygon'],
	])('%s', (_, value, message) => {
		expectRefusal(
			refusalOf(() => read(value)),
			`'GeoJSON or KML' of the area Yard ${message}`,
		);
	});
});
