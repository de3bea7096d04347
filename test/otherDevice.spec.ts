import type { IDataObject } from 'n8n-workflow';
import { execute } from './core/execute';
import { useSite } from './core/site';

const simulation = useSite();

const lock = (deviceId: IDataObject | string, items: IDataObject[] = [{}]) =>
	execute({
		parameters: { operation: 'lock', deviceId },
		items,
		credential: simulation.credential,
	});

/** What went out beside look-ups. */
const sent = () =>
	simulation.site.requests.filter(({ method }) => method !== 'GET').map(({ path }) => path);

describe('Lock reaches no device that was not meant', () => {
	// The operations share the parameter 'Device'. Get By Serial Number (or By Name) that is turned into
	// Lock leaves the mode in the node: the serial number 12 locks the device whose ID is 12.
	it.each(['serialNumber', 'name', 'imei', 'userEmail', 'anything'])(
		'by what Get looks for: %s',
		async (mode) => {
			const { error } = await lock({ __rl: true, mode, value: '12' });
			expect(sent()).toEqual([]);
			expect(error?.message).toMatch(/device/i);
		},
	);

	// Any item with a field `value` is taken for a locator.
	it('by an object that an expression gives', async () => {
		const { error } = await lock('={{ $json }}', [{ attribute: 'Floor', value: '7' }]);
		expect(sent()).toEqual([]);
		expect(error?.message).toContain('Device');
	});

	// A GUID has parts between hyphens; one of them is often made of digits alone.
	it('by a part of a GUID in an address', async () => {
		const value = `${simulation.site.baseUrl}/acme/Device/3f2b8c1e-9a4d-4123-8f7a-1c2d3e4f5a6b`;
		const { error } = await lock({ __rl: true, mode: 'url', value });
		expect(sent()).toEqual([]);
		expect(error?.message).toContain('Device');
	});

	// The number of a page of the list, or of a user, isn't that of a device.
	it.each(['/acme/Devices?page=2', '/acme/User/7'])('by the address %s', async (path) => {
		const value = simulation.site.baseUrl + path;
		const { error } = await lock({ __rl: true, mode: 'url', value });
		expect(sent()).toEqual([]);
		expect(error?.message).toContain('Device');
	});
});

// An expression for an email address that gives a number deletes the user with that ID.
it('Delete of a user by email takes no number for an ID', async () => {
	const { error } = await execute({
		parameters: {
			resource: 'user',
			operation: 'delete',
			user: { __rl: true, mode: 'email', value: '={{ $json.email }}' },
		},
		items: [{ email: 5 }],
		credential: simulation.credential,
	});
	expect(sent()).toEqual([]);
	expect(error?.message).toContain('User');
});
