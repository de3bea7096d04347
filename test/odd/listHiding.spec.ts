import { findList } from '../../nodes/Miradore/locations/findList';

const fix = (hour: string) => ({
	timestamp: `2026-11-05T${hour}:00:00Z`,
	latitude: 60.17,
	longitude: 24.94,
});

// Matters: an unrelated empty list beside the wrapper turns "two locations" into "no locations", untold.
it('an empty list of something else does not hide the locations within', () => {
	const body = { alerts: [], data: { locations: [fix('10'), fix('11')] } };
	expect(findList(body)).not.toEqual([]);
});

// Matters: a device's last place beside its history makes the whole history vanish, untold.
it('a location with a list of locations beside it is not taken for one alone', () => {
	const body = { deviceId: 1, ...fix('11'), locations: [fix('09'), fix('10'), fix('11')] };
	const list = findList(body);
	expect(list === undefined || list.length >= 3).toBe(true);
});
