import { createThrottle } from '../../nodes/Miradore/execution/throttle';

/** Requests under way that the test ends one by one. */
function start(throttle: ReturnType<typeof createThrottle>, count: number) {
	const underWay: Array<() => void> = [];
	const all = Array.from({ length: count }, () =>
		throttle.run(() => new Promise<void>((resolve) => underWay.push(resolve))),
	);
	return { underWay, all };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the throttle', () => {
	it('lets only so many run at a time', async () => {
		const throttle = createThrottle(3);
		const { underWay } = start(throttle, 10);
		await turn();
		expect(underWay).toHaveLength(3);
		underWay[0]();
		await turn();
		expect(underWay).toHaveLength(4);
	});

	it('sinks below what is still in flight after a refusal, and grows back by one a round', async () => {
		let time = 0;
		const throttle = createThrottle(50, () => time);
		const { underWay } = start(throttle, 500);
		await turn();
		// The site took 20 of 50 and refused the others.
		for (let refused = 0; refused < 30; refused++) {
			throttle.refused(1000);
			underWay[refused]();
			await turn();
		}
		expect(underWay).toHaveLength(50);
		const inFlight = () => underWay.length - ended;
		let ended = 30;
		const round = async () => {
			for (const end of underWay.slice(ended, underWay.length)) {
				throttle.accepted();
				ended += 1;
				end();
			}
			await turn();
		};
		await round();
		expect(inFlight()).toBeLessThan(20);
		expect(inFlight()).toBeGreaterThanOrEqual(18);
		await round();
		await round();
		await round();
		expect(inFlight()).toBe(20);
		await round();
		expect(inFlight()).toBe(20);
		time = 10_001;
		for (let rounds = 0; rounds < 5; rounds++) await round();
		expect(inFlight()).toBeGreaterThan(20);
	});

	it('lets nobody start for a while when the site takes no request at all', async () => {
		let time = 0;
		const throttle = createThrottle(1, () => time);
		const { underWay } = start(throttle, 2);
		await turn();
		throttle.refused(5000);
		underWay[0]();
		expect(throttle.pause()).toBe(5000);
		time = 4000;
		expect(throttle.pause()).toBe(1000);
		time = 6000;
		expect(throttle.pause()).toBe(0);
	});
});
