import {
	agreeAboutDevices,
	deviceOperations,
	devicesOf,
	isLookUp,
	putFleet,
	runBy,
	useFleet,
	ways,
} from './deviceOperations';

const { simulation, fleet } = useFleet(6);
beforeEach(() => {
	const { site } = simulation;
	site.v1.ignoresFilters = false;
	agreeAboutDevices(site);
});

const sent = () => devicesOf(simulation.site.requests);
const lookUps = () => simulation.site.requests.filter(isLookUp);

it('are tried with all operations that name a device', () => {
	expect(deviceOperations.length).toBeGreaterThanOrEqual(18);
});

describe.each(deviceOperations)('$operation', (operation) => {
	const run = (mode: string, values: unknown[], settings = {}) =>
		runBy(operation, mode, values, { credential: simulation.credential, settings });

	it.each(ways)('finds the device by its %s, whatever its case', async (mode) => {
		const device = fleet[4];
		const { error, success } = await run(mode, [device[mode]?.toUpperCase()]);
		expect(error).toBeUndefined();
		expect(sent()).toEqual([device.id]);
		expect(lookUps()).toHaveLength(1);
		if (operation.effect === 'read') return;
		const foundBy = { [mode]: device[mode]?.toUpperCase() };
		expect(success[0].json).toMatchObject({
			success: true,
			outcome: 'sent',
			deviceId: device.id,
			foundBy,
		});
	});

	it.each(ways)('takes the device in use, not retired ones of the same %s', async (mode) => {
		const [retired, device, other] = fleet;
		Object.assign(retired, { status: 'Deleted', [mode]: device[mode] });
		Object.assign(other, { status: 'Deleted', [mode]: device[mode] });
		putFleet(simulation.site, fleet);
		const { error } = await run(mode, [device[mode]]);
		expect(error).toBeUndefined();
		expect(sent()).toEqual([device.id]);
	});

	it.each(ways)('sends nothing where no device has the %s', async (mode, words) => {
		const { error } = await run(mode, ['nobody']);
		expect(error?.message).toBe(`No device has the ${words} nobody [item 0]`);
		expect(sent()).toEqual([]);
	});

	it.each(ways)('sends nothing where only retired devices have the %s', async (mode, words) => {
		const [one, other] = fleet;
		Object.assign(one, { status: 'Deleted' });
		Object.assign(other, { status: 'Deleted', [mode]: one[mode] });
		putFleet(simulation.site, fleet);
		const { error } = await run(mode, [one[mode]]);
		expect(error?.message).toBe(`Only retired devices have the ${words} ${one[mode]} [item 0]`);
		expect(error?.description).toContain(`Their IDs: ${one.id}, ${other.id}.`);
		expect(sent()).toEqual([]);
	});

	it.each(ways)('sends nothing where several devices have the %s', async (mode, words) => {
		const [one, other] = fleet;
		Object.assign(other, { [mode]: one[mode], name: mode === 'name' ? one.name : '<b>Two</b>' });
		putFleet(simulation.site, fleet);
		const { error } = await run(mode, [one[mode]]);
		expect(error?.message).toBe(`2 devices have the ${words} ${one[mode]} [item 0]`);
		const name = mode === 'name' ? one.name : '&#60;b&#62;Two&#60;/b&#62;';
		const { platform } = one;
		expect(error?.description).toContain(
			`${one.id}: ${one.name} (${platform}, Active), ${other.id}: ${name} (${platform}, Active).`,
		);
		expect(error?.description?.includes("'Get Many' with the filter 'User Email'")).toBe(
			mode === 'userEmail',
		);
		expect(sent()).toEqual([]);
	});

	it.each(ways)('takes no device of another %s where the site ignores filters', async (mode) => {
		simulation.site.v1.ignoresFilters = true;
		const { error } = await run(mode, [fleet[2][mode], 'nobody'], {
			onError: 'continueRegularOutput',
		});
		expect(error).toBeUndefined();
		expect(new Set(sent())).toEqual(new Set([fleet[2].id]));
	});

	it.each(ways)('refuses a quote in the %s before anything is asked', async (mode) => {
		const { error } = await run(mode, ["O'Brien"]);
		expect(error?.message).toMatch(/^'Device' by '.+' can't be searched for: O'Brien \[item 0\]$/);
		expect(error?.description).toContain(
			mode === 'name' ? "'Get Many' with the filter 'Name Contains'" : "'By ID'",
		);
		expect(simulation.site.requests).toEqual([]);
	});
});
