import { readFix } from '../../nodes/Miradore/locations/fix';
import { toLocationItem } from '../../nodes/Miradore/locations/fix';

const timestamp = '2026-11-05T10:00:00Z';

// Matters: latitude of one place, longitude of another: a place where the device never was, untold.
it.each([
	{ timestamp, latitude: 60.17, longitude: null, location: { latitude: 59.93, longitude: 30.31 } },
	{ timestamp, location: { lat: 60.17, lng: null }, position: { lat: 59.93, lng: 30.31 } },
])('no place is put together from two (%#)', (element) => {
	expect(readFix(element)).not.toMatchObject({ latitude: 60.17, longitude: 30.31 });
});

// Matters: a location that names another device is told under the one asked for.
it('a field deviceId of Miradore does not replace the number of the device asked for', () => {
	const element = { timestamp, latitude: 1, longitude: 1, deviceId: null };
	expect(toLocationItem(7, element as never, false).deviceId).toBe(7);
});
