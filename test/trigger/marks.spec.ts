import { hour, minute } from './clock';
import { count, useFortyPhones } from './fortyPhones';

const forty = useFortyPhones();
const { simulation, clock, publish, report, asked, pollAfter, told } = forty;

describe('Publishing', () => {
	it('asks the devices that have a location, and one of the others', async () => {
		await publish();
		const located = forty.fleet.filter(({ id }) => id % 5 === 0).map(({ id }) => id);
		expect(asked().sort()).toEqual([1, ...located].sort());
	});

	it('asks all on a site that shows no last locations', async () => {
		await publish({ reportedLocation: 'absent' });
		expect(asked()).toHaveLength(count);
	});

	it('loses nothing of a device without a location, also what comes late', async () => {
		await publish();
		clock.pass(minute);
		report(forty.fleet[1], 61, 5 * minute);
		await pollAfter();
		report(forty.fleet[1], 62, 3 * minute);
		await pollAfter();
		expect(told()).toEqual([61, 62]);
	});
});

describe('A poll', () => {
	it('asks no more than are due in turn where nothing has changed', async () => {
		await publish();
		const turns = new Set<number>();
		for (let polls = 0; polls < 20; polls++) {
			const ids = await pollAfter();
			expect(ids).toHaveLength(2);
			ids.forEach((id) => turns.add(id));
		}
		expect(turns.size).toBe(count);
		expect(forty.published.state.length / count).toBeLessThan(110);
	});

	it('asks a device that reported, and one that failed again', async () => {
		await publish();
		await pollAfter();
		report(forty.fleet[29], 61);
		simulation.site.addFault({ path: '/Device/30/Location', status: 503, times: 1 });
		expect(await pollAfter()).toContain(30);
		expect(told()).toEqual([]);
		expect(await pollAfter()).toContain(30);
		expect(told()).toEqual([61]);
		expect(await pollAfter()).not.toContain(30);
	});

	it('asks a device that comes back', async () => {
		await publish();
		forty.fleet[29].status = 'Deleted';
		await pollAfter();
		forty.fleet[29].status = 'Active';
		expect(await pollAfter()).toContain(30);
	});

	it('asks all where the option says so, and reads no marks then', async () => {
		await publish({}, { askEveryHours: 0 });
		expect(asked()).toHaveLength(count);
		expect(await pollAfter()).toHaveLength(count);
		const [{ query }] = simulation.site.requests;
		expect(query.select).toBe('ID,InvDevice.DeviceName,User.Email');
	});

	it('asks each device within the hours that the option says', async () => {
		await publish({}, { askEveryHours: 2 });
		expect(await pollAfter(60)).toHaveLength(count / 2 + 1);
		expect(await pollAfter(120)).toHaveLength(count);
	});
});

describe('On a site whose lists show nothing of new locations', () => {
	const silent = { lastReported: 'never', reportedLocation: 'absent' } as const;

	it('a location is told within the hours, and all are asked for a day from then on', async () => {
		await publish(silent);
		report(forty.fleet[29], 61);
		const before = clock.now;
		while (told().length === 0) await pollAfter(10);
		expect(clock.now - before).toBeLessThanOrEqual(6 * hour);
		// The list may only have been late: the next one tells.
		expect(await pollAfter()).toHaveLength(count);
		report(forty.fleet[9], 62);
		expect(await pollAfter()).toHaveLength(count);
		expect(told()).toEqual([61, 62]);
		expect(await pollAfter(23 * 60)).toHaveLength(count);
		expect((await pollAfter(60)).length).toBeLessThan(count / 2);
	});
});

it('A mark that was only late makes no mistrust', async () => {
	await publish({ lastReported: 'lags' });
	report(forty.fleet[29], 61);
	while (told().length === 0) await pollAfter(1);
	const askedNow = await pollAfter(31);
	expect(askedNow.length).toBeLessThan(count / 2);
});

it('Picked devices are simply asked', async () => {
	const device = [1, 2, 3].map((value) => ({ deviceId: { __rl: true, mode: 'id', value } }));
	await publish({}, {}, { devices: 'picked', pickedDevices: { device } });
	expect(asked()).toEqual([1, 2, 3]);
	expect(await pollAfter()).toEqual([1, 2, 3]);
	expect(simulation.site.requests).toHaveLength(3);
});
