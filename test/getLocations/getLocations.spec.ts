import { fixes, simplified, useLocations } from './useLocations';

const { simulation, getLocations } = useLocations();
const sent = [fixes[2], fixes[0], fixes[1]].map((fix) => ({ deviceId: 1, ...fix }));
const noneOf = (devices: string) =>
	`No locations of ${devices}. Is location tracking on for ${devices.includes('devices') ? 'them' : 'it'}?`;
const days = { startDate: '2026-11-17', endDate: '2026-11-18' };

describe('Get Locations', () => {
	it('gives many items, none or one for a device, in order and linked', async () => {
		const { success, hints } = await getLocations([1, 2, 3]);
		expect(success.map(({ json }) => json)).toEqual([
			...simplified,
			{ ...simplified[0], deviceId: 3 },
		]);
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 0 },
			{ item: 0 },
			{ item: 2 },
		]);
		expect(hints.map(({ message }) => message)).toEqual([noneOf('device 2')]);
	});

	it('reads options with an expression anew for each item', async () => {
		const options = { latestOnly: '={{ $json.id === 1 }}' };
		const { success } = await getLocations([1, 1, 3], { options });
		const all = await getLocations([3, 1], { options: { latestOnly: '={{ $json.id === 3 }}' } });
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(all.success).toHaveLength(4);
	});

	it('gives what Miradore sent when it is not simplified', async () => {
		const { success } = await getLocations([1], { simplify: false, filters: days });
		expect(success.map(({ json }) => json)).toEqual(sent);
	});

	it('passes unknown elements on untouched, and says so', async () => {
		const elements = [{ position: { lat: 60 } }, 'text'];
		simulation.site.addFault({ status: 200, body: JSON.stringify(elements) });
		const { success, hints } = await getLocations([1]);
		expect(success.map(({ json }) => json)).toEqual([
			{ deviceId: 1, position: { lat: 60 } },
			{ deviceId: 1, location: 'text' },
		]);
		expect(hints.map(({ message }) => message)).toEqual([
			"Miradore sent locations with fields that this node doesn't know or can't read (position.lat, (text)); they are passed on as they came.",
		]);
	});

	it('keeps only the latest', async () => {
		const { success } = await getLocations([1, 2, 3], { options: { latestOnly: true } });
		expect(success.map(({ json }) => json)).toEqual([
			simplified[2],
			{ ...simplified[0], deviceId: 3 },
		]);
	});

	it('takes the text "false" for off, as an expression may give it', async () => {
		const off = '={{ "false" }}';
		const { success } = await getLocations([1], { options: { latestOnly: off }, simplify: off });
		expect(success.map(({ json }) => json)).toEqual(sent);
	});

	it.each(['{"total": 0}', 'OK', '[{"timestamp": "2026-11-18T'])(
		'takes an answer that is no list for a failure, not for no locations: %p',
		async (body) => {
			simulation.site.addFault({ status: 200, body });
			const { error } = await getLocations([1]);
			expect(error).toMatchObject({
				name: 'NodeApiError',
				message: 'Device 1: Miradore sent something else than a list of locations [item 0]',
			});
		},
	);

	it('says nothing about commands when a read fails', async () => {
		const { error } = await getLocations([1, 99999]);
		expect(error?.message).toBe('Device 99999: Miradore did not find it (404) [item 1]');
		expect(error?.description).not.toContain('Not sent');
	});
});
