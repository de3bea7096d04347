import type { IDataObject } from 'n8n-workflow';
import { expectRefusal, type Refusal } from '../core/refusal';
import { minute } from './clock';
import { station, told, useAreas } from './watchedAreas';

const { simulation, clock, report, watch } = useAreas();

describe('areas that cannot be used', () => {
	const ring = [
		[0, 0],
		[1, 0],
		[1, 1],
		[0, 0],
	];
	const polygon = (geoJson: unknown) => ({ polygon: [{ name: 'A', geoJson }] });
	const circle = (changes: IDataObject) => ({ circle: [{ ...station, ...changes }] });

	it.each<[IDataObject, string]>([
		[{}, "'Areas' has no area"],
		[{ circle: [station, { ...station, center: '61, 24' }] }, 'two areas named Station'],
		[
			{ circle: [1, 2].map(() => ({ ...station, name: 'ENOENT' })) },
			"'Areas' has two areas named ENOENT",
		],
		[circle({ name: ' ' }), "'Name' of an area"],
		[
			circle({ center: '90.1, 24.9' }),
			"'Center' of the area Station is not on the map: 90.1, 24.9",
		],
		[circle({ center: 'east' }), "'Center' of the area Station is not a place: east"],
		[circle({ center: '0, 0' }), "'Center' of the area Station is 0, 0, which is in the sea"],
		...[0, 0.9, 20_000_001, ' ', 'far', '={{ true }}', '={{ {} }}'].map(
			(radius): [IDataObject, string] => [
				circle({ radius }),
				"'Radius' of the area Station is not a number from 1 to 20000000",
			],
		),
		[polygon('{'), "'GeoJSON or KML' of the area A is not a polygon in GeoJSON or KML"],
		[polygon('{"type":"Point","coordinates":[1,2]}'), 'has more than polygons: Point'],
		[polygon({ type: 'Polygon', coordinates: [ring.slice(1)] }), 'is not a polygon'],
		[polygon({ type: 'Polygon', coordinates: [[...ring.slice(0, 3), [0, 91]]] }), 'is not a'],
		[polygon({ type: 'FeatureCollection', features: [] }), 'is not a polygon'],
	])('%j: %s', async (areas, message) => {
		const published = watch('areaEntered', {}, areas);
		const failed = await published.activate().then(
			() => undefined,
			(error: Refusal) => error,
		);
		expectRefusal(failed as Refusal, message);
		expect(simulation.site.requests).toEqual([]);
	});

	it.each([1, '500', ' 20000000 '])('are not circles with a radius of %j', async (radius) => {
		const published = watch('areaEntered', {}, circle({ radius }));
		await published.activate();
		expect(simulation.site.requests.length).toBeGreaterThan(0);
	});

	it.each([
		{ type: 'MultiPolygon', coordinates: [[ring]] },
		{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } },
	])('are not such: %j', async (geoJson) => {
		const published = watch('areaEntered', {}, polygon(geoJson));
		await published.activate();
		report({ latitude: -5, longitude: 0.5 }, minute);
		report({ latitude: 0.2, longitude: 0.5 });
		await published.poll();
		expect(told(published)).toEqual([['A', clock.ago()]]);
	});
});
