import { minute, useClock } from '../trigger/clock';
import { isLookUp, runBy, useFleet } from './deviceOperations';

const clock = useClock();
const size = 300;
const used = useFleet(size);
const { simulation, fleet } = used;

const lockBy = (mode: 'id' | 'serialNumber', parameters = {}) =>
	runBy(
		{ operation: 'lock' },
		mode,
		fleet.map(({ [mode]: value }) => value),
		{ credential: simulation.credential },
		{ onlyIf: { platform: used.pattern.platform }, ...parameters },
	);
const lookUps = () => simulation.site.requests.filter(isLookUp).length;
const locked = () => fleet.filter(({ lockedAt }) => lockedAt.length > 0).length;

/** Does something before each command goes in. */
const beforeEachLock = (act: (count: number) => void) => {
	let count = 0;
	simulation.site.addFault({ path: /Lock/, before: () => act(++count), delay: 0 });
};

describe.each(['id', 'serialNumber'] as const)("'Only If' of devices by %s", (mode) => {
	it('rests on what was found at most a minute before each command', async () => {
		const ages: number[] = [];
		let lookedUpAt = 0;
		simulation.site.addFault({ path: '/API/Device', before: () => (lookedUpAt = clock.now) });
		beforeEachLock(() => {
			ages.push(clock.now - lookedUpAt);
			clock.pass(10_000);
		});
		const { error } = await lockBy(mode, { options: { maxParallelRequests: 1 } });
		expect(error).toBeUndefined();
		expect(locked()).toBe(size);
		// Each look-up takes others along, whose turn comes later; nothing rests on an older one.
		expect(lookUps()).toBeGreaterThan(size / 10);
		expect(Math.max(...ages)).toBeLessThan(minute);
	});

	it('asks only once where commands are fast', async () => {
		await lockBy(mode);
		expect(lookUps()).toBeLessThanOrEqual(15);
	});

	it('lets no device through that has changed since it was looked up a minute ago', async () => {
		beforeEachLock((count) => {
			if (count !== 20) return;
			clock.pass(minute);
			for (const device of fleet) device.platform = 'macOS';
		});
		const { success, error } = await lockBy(mode, { options: { maxParallelRequests: 1 } });
		expect(error).toBeUndefined();
		expect(locked()).toBe(20);
		expect(success.filter(({ json }) => json.outcome === 'skipped')).toHaveLength(size - 20);
	});

	it('looks again before a command that had to wait to be repeated', async () => {
		let count = 0;
		simulation.site.addFault({
			path: /Lock/,
			status: 429,
			headers: { 'retry-after': '0' },
			times: 1,
			before: () => {
				count += 1;
				clock.pass(minute);
				for (const device of fleet) device.platform = 'macOS';
			},
		});
		const { success } = await lockBy(mode, { options: { maxParallelRequests: 1 } });
		expect(count).toBe(1);
		expect(locked()).toBe(0);
		expect(success.every(({ json }) => json.outcome === 'skipped')).toBe(true);
	});
});

it('a serial number that has become that of another device meanwhile sends nothing', async () => {
	beforeEachLock((count) => {
		if (count !== 20) return;
		clock.pass(minute);
		for (const device of fleet.slice(20)) device.id += 100_000;
	});
	const { success } = await lockBy('serialNumber', { options: { maxParallelRequests: 1 } });
	expect(locked()).toBe(20);
	expect(success.at(-1)?.json.reason).toBe('API v1 lists no such device');
});
