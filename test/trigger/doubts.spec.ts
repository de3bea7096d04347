import type { IDataObject } from 'n8n-workflow';
import { credentialOf, useSite } from '../core/site';
import { PublishedTrigger } from '../core/trigger';
import { day, minute, useClock } from './clock';

const simulation = useSite();
const clock = useClock();

const yard = { name: 'Yard', center: '60.17, 24.94', radius: 500 };
const swapped = { ...yard, center: '24.94, 60.17' };
const faraway = { ...yard, center: '-33.87, 151.21' };
const square = (east: number, north: number) => ({
	name: 'Square',
	geoJson: {
		type: 'Polygon',
		coordinates: [
			[
				[east, north],
				[east + 1, north],
				[east + 1, north + 1],
				[east, north],
			],
		],
	},
});

beforeEach(() => {
	const { devices } = simulation.site.fleet;
	for (const device of devices) Object.assign(device, { fixes: [], status: 'Deleted' });
	Object.assign(devices[0], {
		status: 'Active',
		fixes: [
			{ timestamp: clock.ago(2 * day), latitude: 60.17, longitude: 24.94 },
			{ timestamp: clock.ago(day), latitude: 60.3, longitude: 25 },
		],
	});
});

const watch = (areas: IDataObject) =>
	new PublishedTrigger({
		parameters: { event: 'areaLeft', areas },
		credential: credentialOf(simulation.site),
	});

describe('A test run', () => {
	it.each<[string, IDataObject, RegExp]>([
		['a circle', { circle: [swapped] }, /^The nearest device is 4,\d00 km from Yard: are latitude/],
		[
			'a circle beside a good one',
			{ circle: [{ ...yard, name: 'Good' }, swapped] },
			/from Yard: are/,
		],
		[
			'a polygon',
			{ polygon: [square(60, 24)] },
			/from Square: are latitude and longitude swapped\?$/,
		],
	])('tells that latitude and longitude of %s seem swapped', async (_, areas, message) => {
		await expect(watch(areas).test()).rejects.toThrow(message);
	});

	it('tells that an area is far from all devices', async () => {
		const far = /^The nearest device is 15,\d00 km from Yard: is it where you want it\?$/;
		await expect(watch({ circle: [faraway] }).test()).rejects.toThrow(far);
	});

	it('gives an example where another area has one', async () => {
		const areas = { circle: [yard, { ...faraway, name: 'Far' }] };
		expect((await watch(areas).test()).map(({ json }) => json.area)).toEqual(['Yard']);
	});

	it.each<[string, IDataObject]>([
		['a circle', { circle: [{ ...yard, center: '61, 25.5' }] }],
		['a polygon', { polygon: [square(26, 61)] }],
		['a place around a device', { polygon: [square(24.5, 60)] }],
	])('tells nothing of the kind of %s near a device', async (_, areas) => {
		await expect(watch(areas).test()).rejects.toThrow('No device left one of the areas');
	});

	it('tells nothing of the kind where no place is known', async () => {
		simulation.site.fleet.devices[0].fixes = [];
		await expect(watch({ circle: [swapped] }).test()).rejects.toThrow('No device left');
	});
});

it('A published workflow watches an area that is far away all the same', async () => {
	const published = watch({ circle: [swapped] });
	await published.activate();
	const { fixes } = simulation.site.fleet.devices[0];
	fixes.push({ timestamp: clock.ago(2 * minute), latitude: 24.94, longitude: 60.17 });
	fixes.push({ timestamp: clock.ago(minute), latitude: 60, longitude: 25 });
	await published.poll();
	expect(published.failures).toEqual([]);
	expect(published.delivered).toMatchObject([{ area: 'Yard', deviceId: 1 }]);
});
