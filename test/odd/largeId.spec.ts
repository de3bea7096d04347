import { simplifyDevice } from '../../nodes/Miradore/inventory/device';
import { isDevice } from '../../nodes/Miradore/inventory/devices';

// Matters: commands and locations go to the id of another device.
it('an ID that JavaScript rounds is not taken for the number of a device', () => {
	const device = { ID: '9007199254740993' };
	expect(isDevice(device)).toBe(false);
});

// Matters: Simplify shows a device off the coast of Africa; the readers of locations say "no place".
it('0/0 is no last known location, either', () => {
	const device = { ID: '1', ReportedLocation: { Latitude: '0', Longitude: '0.0', FixTime: '' } };
	expect(simplifyDevice(device)).not.toHaveProperty('latitude');
});

it('out of range is no last known location, either', () => {
	const device = { ID: '1', ReportedLocation: { Latitude: '601', Longitude: '24', FixTime: '' } };
	expect(simplifyDevice(device)).not.toHaveProperty('latitude', 601);
});

it('decimal commas are read in the last known location, too', () => {
	const device = { ID: '1', ReportedLocation: { Latitude: '60,17', Longitude: '24,94' } };
	expect(simplifyDevice(device)).toMatchObject({ latitude: 60.17, longitude: 24.94 });
});
