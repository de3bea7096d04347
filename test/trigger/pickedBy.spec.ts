import { credentialOf, useSite } from '../core/site';
import { PublishedTrigger } from '../core/trigger';
import { makeFleet, putFleet, ways, type Way } from '../lookUps/deviceOperations';
import type { SimulatedDevice } from '../simulator';
import { minute, useClock } from './clock';

const simulation = useSite();
const clock = useClock();
let pattern: SimulatedDevice;
let fleet: SimulatedDevice[];
beforeAll(() => ([pattern] = simulation.site.fleet.devices));
beforeEach(() => {
	fleet = makeFleet({ ...pattern, fixes: [] }, 4);
	putFleet(simulation.site, fleet);
});

const pick = (event: string, mode: string, values: unknown[]) =>
	new PublishedTrigger({
		parameters: {
			event,
			...(event === 'deviceChanged' && { watch: ['status'] }),
			devices: 'picked',
			pickedDevices: {
				device: values.map((value) => ({ deviceId: { __rl: true, mode, value } })),
			},
		},
		credential: credentialOf(simulation.site),
	});

const report = (device: SimulatedDevice) => {
	clock.pass(minute);
	device.fixes = [{ timestamp: clock.ago(), latitude: 60.1, longitude: 24.9, accuracy: 8 }];
};
const failureOf = (published: PublishedTrigger) =>
	published.activate().then(
		() => undefined,
		(error: Error) => error.message,
	);

describe.each(ways)("'Picked Devices' by %s", (mode: Way, words) => {
	it('tells of the device that is meant, and of no other', async () => {
		const published = pick('locationReported', mode, [fleet[1][mode]?.toUpperCase()]);
		await published.activate();
		report(fleet[1]);
		report(fleet[2]);
		await published.poll();
		expect(published.failures).toEqual([]);
		expect(published.delivered.map(({ deviceId }) => deviceId)).toEqual([fleet[1].id]);
	});

	it('goes on with the device that has it now', async () => {
		const value = fleet[1][mode];
		const published = pick('locationReported', mode, [value]);
		await published.activate();
		fleet[1].status = 'Deleted';
		Object.assign(fleet[2], { [mode]: value });
		putFleet(simulation.site, fleet);
		report(fleet[2]);
		await published.poll();
		expect(published.failures).toEqual([]);
		expect(published.delivered.map(({ deviceId }) => deviceId)).toEqual([fleet[2].id]);
	});

	it('asks nothing of a retired device that has the same', async () => {
		const [, one, old] = fleet;
		Object.assign(old, { status: 'Deleted', [mode]: one[mode] });
		putFleet(simulation.site, fleet);
		const published = pick('locationReported', mode, [one[mode]]);
		await published.activate();
		await published.poll();
		expect(published.failures).toEqual([]);
		const asked = simulation.site.requests.filter(({ api }) => api === 'v2');
		expect(new Set(asked.map(({ path }) => path))).toEqual(new Set([`/Device/${one.id}/Location`]));
	});

	it('refuses to be published for none, for retired ones alone, and for several', async () => {
		const refused = async (value: unknown) => failureOf(pick('deviceSilent', mode, [value]));
		expect(await refused('nobody')).toBe(`No device has the ${words} nobody`);
		fleet[3].status = 'Deleted';
		expect(await refused(fleet[3][mode])).toBe(
			`Only retired devices have the ${words} ${fleet[3][mode]}`,
		);
		Object.assign(fleet[0], { [mode]: fleet[1][mode] });
		putFleet(simulation.site, fleet);
		expect(await refused(fleet[1][mode])).toBe(`2 devices have the ${words} ${fleet[1][mode]}`);
	});

	it('tells nothing of a device that is gone later, and fails where there are two', async () => {
		const [one, other] = fleet;
		const published = pick('locationReported', mode, [one[mode], other[mode]]);
		await published.activate();
		one.status = 'Deleted';
		report(other);
		await published.poll();
		expect(published.failures).toEqual([]);
		expect(published.delivered.map(({ deviceId }) => deviceId)).toEqual([other.id]);
		Object.assign(fleet[2], { [mode]: other[mode] });
		putFleet(simulation.site, fleet);
		await published.poll();
		expect(published.failures.map(({ message }) => message)).toEqual([
			`2 devices have the ${words} ${other[mode]}`,
		]);
	});
});

/** What the events that are about retired devices, too, tell of. */
const idsTold = ({ delivered }: PublishedTrigger) => delivered.map(({ id }) => id);

describe.each(['deviceRetired', 'deviceChanged'])('%s of picked devices', (event) => {
	it.each(['id' as const, ...ways.map(([way]) => way)])(
		'by %s tells that one was retired, once',
		async (mode) => {
			const [old, one, other] = fleet;
			// Was retired long ago and has the same value.
			old.status = 'Deleted';
			if (mode !== 'id') Object.assign(old, { [mode]: one[mode] });
			putFleet(simulation.site, fleet);
			const values = [one, other].map((device) => device[mode]);
			const published = pick(event, mode, values);
			await published.activate();
			await published.poll();
			one.status = 'Deleted';
			await published.poll();
			await published.poll();
			published.lose();
			await published.activate('init');
			expect(published.failures).toEqual([]);
			expect(idsTold(published)).toEqual([one.id]);
			other.status = 'Deleted';
			await published.poll();
			expect(idsTold(published)).toEqual([one.id, other.id]);
		},
	);

	it.each(ways)('by %s also where another one has it by then', async (mode) => {
		const [one, another] = fleet;
		const published = pick(event, mode, [one[mode]]);
		await published.activate();
		one.status = 'Deleted';
		Object.assign(another, { [mode]: one[mode] });
		putFleet(simulation.site, fleet);
		await published.poll();
		expect(idsTold(published)).toEqual([one.id]);
		another.status = 'Deleted';
		await published.poll();
		await published.poll();
		expect(published.failures).toEqual([]);
		expect(idsTold(published)).toEqual([one.id, another.id]);
	});
});
