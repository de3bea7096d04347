import { useDevices } from './useDevices';

const { simulation, devices, shown, getAll } = useDevices();

describe('Device > Get Many', () => {
	it.each([
		[{ platform: 'iOS' }, 'Platform eq iOS'],
		[{ onlineStatus: 'Active' }, 'OnlineStatus eq Active'],
		[{ category: 'Shared' }, 'Category.Name eq Shared'],
		[{ location: 'Jyväskylä' }, "Location.Name eq 'Jyväskylä'"],
		[{ organization: 'Field Services' }, "Organization.Name eq 'Field Services'"],
		[{ encryption: 'Enabled' }, 'Security.EncryptionStatus eq Enabled'],
		[{ modelContains: 'Galaxy A' }, "InvDevice.Model contains 'Galaxy A'"],
		[{ osVersionContains: '17.5' }, 'OSVersionName contains 17.5'],
		[{ passcodeSet: ['No'] }, 'Security.PasscodeSet eq No'],
		[{ tag: 'two words' }, "Tag.Name eq 'two words'"],
		[{ tag: { __rl: true, mode: 'list', value: 'field' } }, 'Tag.Name eq field'],
		[{ userEmail: 'anna@example.com' }, 'User.Email eq anna@example.com'],
		[{ nameContains: 'Pixel 8' }, "InvDevice.DeviceName contains 'Pixel 8'"],
		[{ notReportedForDays: 30 }, 'LastReportedDays ge 30'],
		[{ managementType: 'iOSSupervised' }, 'Client.ManagementType eq iOSSupervised'],
	])('turns the filter %j into %s', async (filters, condition) => {
		const { error } = await getAll({ filters });
		expect(error).toBeUndefined();
		expect(simulation.site.requests[0].query.filters).toBe(`${condition} and Status ne Deleted`);
	});

	it('finds what the filters say', async () => {
		const { success } = await getAll({ filters: { platform: 'iOS', nameContains: 'iphone' } });
		const expected = shown().filter(
			({ platform, name }) => platform === 'iOS' && /iphone/i.test(name),
		);
		expect(expected.length).toBeGreaterThan(0);
		expect(success.map(({ json }) => json.id)).toEqual(expected.map(({ id }) => id));
	});

	it('shows retired devices when asked to', async () => {
		const options = { includeRetired: true };
		expect((await getAll({ options })).success).toHaveLength(devices().length);
		const { success } = await getAll({ filters: { status: 'Deleted' } });
		expect(success.map(({ json }) => json.id)).toEqual([9, 18]);
	});

	it.each(["O'Brien", '"x"'])('refuses the value %j before any request', async (nameContains) => {
		const { error } = await getAll({ filters: { nameContains } });
		expect(error?.message).toMatch(/^'Name Contains' can't be searched for: /);
		expect(simulation.site.requests).toEqual([]);
	});
});
