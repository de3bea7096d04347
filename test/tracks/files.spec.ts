import { gpx, kml } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';
import type { IBinaryData, IDataObject } from 'n8n-workflow';
import { execute } from '../core/execute';
import { useSite } from '../core/site';

const simulation = useSite();

const name = `Anna's "phone" <R&D> ]]></name><script>alert(1)</script>\u0007`;
/** What XML can say of it. */
const readable = name.replace('\u0007', '');

const fixes = [
	{ timestamp: '2026-11-18T22:30:00Z', latitude: '60.123456', longitude: '24.987654', accuracy: 8 },
	{ timestamp: '2026-11-17T09:00:00Z', latitude: -0.00001, longitude: -179.99999 },
	{ timestamp: '2026-11-18T09:00:00Z', latitude: 60.1, longitude: 24.9 },
];
const track = [fixes[1], fixes[2], fixes[0]];
/** Longitude and latitude, as in GeoJSON. */
const positions = track.map(({ latitude, longitude }) => [Number(longitude), Number(latitude)]);
const times = track.map(({ timestamp }) => timestamp);

beforeEach(() => {
	for (const device of simulation.site.fleet.devices) {
		Object.assign(device, { status: 'Active', fixes: device.id < 3 ? fixes : [] });
	}
});

/** Runs Get Locations for the device of each input item. */
async function run(ids: number[], options: IDataObject, settings = {}) {
	const { success, hints, error } = await execute({
		parameters: {
			operation: 'getLocations',
			deviceId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			options,
		},
		items: ids.map((id) => ({ id, name })),
		credential: simulation.credential,
		timeZone: 'Europe/Helsinki',
		...settings,
	});
	const messages = hints.map(({ message }) => message);
	return { items: success, messages, error };
}

const textOf = ({ data }: IBinaryData) => Buffer.from(data, 'base64').toString('utf8');
const parse = (text: string) => new DOMParser().parseFromString(text, 'text/xml') as never;

type Read = (text: string) => {
	features: Array<{ geometry: { type: string; coordinates: number[][] }; properties: IDataObject }>;
};
const readers: Record<string, Read> = {
	kml: (text) => kml(parse(text)) as never,
	gpx: (text) => gpx(parse(text)) as never,
};

/** To the fifth decimal, about a metre. */
const rounded = (coordinates: number[][]) =>
	coordinates.map(([east, north]) => [east, north].map((degrees) => degrees.toFixed(5)));

describe.each(['kml', 'gpx'])('A file of %s', (outputFormat) => {
	it('has the name, the places and the times, as a library reads them', async () => {
		const { items } = await run([1], { outputFormat, deviceName: '={{ $json.name }}' });
		const { features } = readers[outputFormat](textOf(items[0].binary!.data));
		const [line] = features.filter(({ geometry }) => geometry.type === 'LineString');
		expect(line.properties.name).toBe(readable);
		expect(rounded(line.geometry.coordinates)).toEqual(rounded(positions));
		const points = features.filter(({ geometry }) => geometry.type === 'Point');
		if (outputFormat === 'gpx') {
			expect(line.properties).toMatchObject({ coordinateProperties: { times } });
		} else {
			const coordinates = points.map(({ geometry }) => geometry.coordinates as unknown as number[]);
			expect(rounded(coordinates)).toEqual(rounded(positions));
			expect(points.map(({ properties }) => properties.timestamp)).toEqual(times);
			expect(points.map(({ properties }) => properties.name)).toEqual([
				'2026-11-17 11:00:00',
				'2026-11-18 11:00:00',
				'2026-11-19 00:30:00',
			]);
			expect(points[2].properties.description).toBe('accuracy 8 m');
		}
	});

	it('has a telling name, and says what is in it', async () => {
		const { items } = await run([1, 2], { outputFormat });
		expect(items.map(({ json, pairedItem }) => [json, pairedItem])).toEqual([
			[{ deviceId: 1, deviceName: 'Device 1', locations: 3 }, { item: 0 }],
			[{ deviceId: 2, deviceName: 'Device 2', locations: 3 }, { item: 1 }],
		]);
		const [{ fileName, mimeType }] = items.map(({ binary }) => binary!.data);
		// The last location is of the next day in Helsinki.
		expect(fileName).toBe(`Device-1_2026-11-17_2026-11-19.${outputFormat}`);
		expect(mimeType).toMatch(/^application\/(gpx\+xml|vnd\.google-earth\.kml\+xml)$/);
	});

	it('can be one for all devices, which it names', async () => {
		const { items, messages } = await run([1, 3, 2], { outputFormat, oneForAll: true });
		expect(items.map(({ json, pairedItem }) => [json, pairedItem])).toEqual([
			[{ deviceIds: [1, 2], locations: 6 }, [{ item: 0 }, { item: 2 }]],
		]);
		expect(messages).toEqual(['No locations of device 3. Is location tracking on for it?']);
		const [{ fileName }] = items.map(({ binary }) => binary!.data);
		expect(fileName).toBe(`2-devices_2026-11-17_2026-11-19.${outputFormat}`);
		const { features } = readers[outputFormat](textOf(items[0].binary!.data));
		const lines = features.filter(({ geometry }) => geometry.type === 'LineString');
		expect(lines.map(({ properties }) => properties.name)).toEqual(['Device 1', 'Device 2']);
	});

	it('has a place whose time cannot be read, and leaves out what has none', async () => {
		const body = JSON.stringify([{ when: 'today', lat: 60, lng: 24 }, { where: 'here' }]);
		simulation.site.addFault({ status: 200, body, times: 1 });
		const { items, messages } = await run([1], { outputFormat });
		const { features } = readers[outputFormat](textOf(items[0].binary!.data));
		expect(features.map(({ geometry }) => geometry)).toEqual([
			{ type: 'Point', coordinates: [24, 60] },
		]);
		expect(items[0].binary!.data.fileName).toBe(`Device-1.${outputFormat}`);
		expect(messages).toEqual([expect.stringContaining('1 without a place are left out')]);
	});
});

describe('Files', () => {
	it('of a device that comes twice have it once', async () => {
		const { items } = await run([1, 1], { outputFormat: 'gpx', oneForAll: true });
		expect(items.map(({ json }) => json)).toMatchObject([{ deviceId: 1, locations: 3 }]);
		expect(items[0].pairedItem).toEqual([{ item: 0 }, { item: 1 }]);
	});

	it('of other devices come where one fails and the node goes on', async () => {
		const { items } = await run(
			[99999, 1, 2],
			{ outputFormat: 'kml', oneForAll: true },
			{ settings: { onError: 'continueRegularOutput' } },
		);
		expect(items.map(({ json, pairedItem }) => [Object.keys(json)[0], pairedItem])).toEqual([
			['error', { item: 0 }],
			['deviceIds', [{ item: 1 }, { item: 2 }]],
		]);
	});

	it('come in the place of the first device, beside items', async () => {
		const { items } = await run([1, 2], {
			outputFormat: '={{ $json.id === 1 ? "kml" : "items" }}',
			oneForAll: true,
		});
		expect(items.map(({ binary }) => binary !== undefined)).toEqual([true, false, false, false]);
	});
});
