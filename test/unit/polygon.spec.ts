import { readGeometry } from '../../nodes/Miradore/fields/polygon';

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
const read = (value: unknown) => readGeometry("'GeoJSON or KML' of the area Yard", value);

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
		['empty', '', 'is not a polygon in GeoJSON or KML'],
		['HTML', '<html><body>Sign in</body></html>', 'is not a polygon'],
		['an empty drawing', collection(), 'is not a polygon'],
	])('%s', (_, value, message) => {
		expect(() => read(value)).toThrow(`'GeoJSON or KML' of the area Yard ${message}`);
	});
});
