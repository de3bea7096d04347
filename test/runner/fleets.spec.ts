import fc from 'fast-check';
import { execute, type Outcome } from '../core/execute';
import { cases } from '../core/random';
import { reported } from '../core/report';
import { useSite } from '../core/site';
import type { Fault } from '../simulator';

const simulation = useSite();

/** What may happen to the requests of one device: nothing in most cases. */
const fault: fc.Arbitrary<Fault | undefined> = fc.option(
	fc.oneof(
		fc.constantFrom<Fault>(
			{ status: 404 },
			{ status: 500 },
			{ status: 502, handled: true },
			{ status: 502 },
			{ status: 503, handled: true },
			{ status: 504, handled: true },
			{ reset: 'beforeHandling' },
			{ reset: 'afterHandling' },
			{ status: 200, body: '<html></html>', handled: true },
			// An answer that was cut off: nobody knows what it would have said.
			{ status: 200, body: '{"id": 1', handled: true },
		),
		fc.record({
			status: fc.constantFrom(429, 503),
			times: fc.integer({ min: 1, max: 2 }),
			headers: fc.constant({ 'retry-after': '0' }),
		}),
		fc.record({ delay: fc.integer({ min: 1, max: 30 }) }),
	),
	{ nil: undefined, freq: 3 },
);

const history = fc.record({
	ids: fc.array(fc.integer({ min: 1, max: 26 }), { minLength: 1, maxLength: 30 }),
	faults: fc.array(fault, { minLength: 26, maxLength: 26 }),
	maxParallelRequests: fc.integer({ min: 1, max: 12 }),
	maxConcurrent: fc.option(fc.integer({ min: 2, max: 6 }), { nil: undefined }),
	onError: fc.constantFrom('stopWorkflow' as const, 'continueErrorOutput' as const),
	retryOnFail: fc.boolean(),
});

type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

/** Ids above the size of the fleet are devices that the site doesn't know. */
const fleetSize = 24;

async function play(chosen: History): Promise<Outcome> {
	const { site } = simulation;
	site.clearFaults();
	site.clearRequests();
	site.maxConcurrent = chosen.maxConcurrent;
	for (const device of site.fleet.devices) {
		device.status = 'Active';
		device.lockedAt = [];
	}
	chosen.faults.forEach((one, index) => {
		if (one) site.addFault({ path: `/Device/${index + 1}/Lock`, ...one });
	});
	return execute({
		parameters: {
			operation: 'lock',
			deviceId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			options: { maxParallelRequests: chosen.maxParallelRequests },
		},
		items: chosen.ids.map((id) => ({ id })),
		credential: simulation.credential,
		settings: {
			onError: chosen.onError,
			retryOnFail: chosen.retryOnFail,
			maxTries: 2,
			waitBetweenTries: 1,
		},
	});
}

/** How often the site carried a lock of the device out. */
const locks = (id: number) => simulation.site.fleet.devices[id - 1]?.lockedAt.length ?? 0;

describe('random fleets, faults and parallelism', () => {
	it('never lock a device more than once, nor without telling', async () => {
		await fc.assert(
			fc.asyncProperty(history, async (chosen) => {
				const { success, failed, error } = await play(chosen);
				const succeeded = success.map(({ json }) => json.deviceId as number);
				if (chosen.onError === 'continueErrorOutput') {
					expect(error).toBeUndefined();
					const items = [...success, ...failed].map(({ pairedItem }) => pairedItem);
					expect(items).toHaveLength(chosen.ids.length);
					expect(new Set(items.map((item) => JSON.stringify(item))).size).toBe(items.length);
				} else if (error) {
					expect([...success, ...failed]).toEqual([]);
					succeeded.push(...reported(error.description, 'Sent to Miradore'));
				} else {
					expect(succeeded).toEqual(chosen.ids);
				}
				const open = error
					? reported(error.description, 'Not known whether carried out')
					: failed
							.filter(({ json }) => (json.error as string).includes('It is not known'))
							.map(({ json }) => json.id as number);
				for (let id = 1; id <= fleetSize; id++) {
					// Items that name the same device share one command.
					expect(locks(id)).toBeLessThanOrEqual(chosen.ids.includes(id) ? 1 : 0);
					expect(locks(id)).toBeGreaterThanOrEqual(succeeded.includes(id) ? 1 : 0);
					if (!succeeded.includes(id) && !open.includes(id)) expect(locks(id)).toBe(0);
				}
			}),
			cases(50, 8),
		);
	});
});
