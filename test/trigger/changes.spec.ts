import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { cases } from '../core/random';
import { credentialOf, useSite } from '../core/site';
import { PublishedTrigger } from '../core/trigger';
import type { SimulatedDevice } from '../simulator';
import { minute, useClock } from './clock';

const simulation = useSite();
const clock = useClock();
const devices = 3;

let pattern: SimulatedDevice;
beforeAll(() => ([pattern] = simulation.site.fleet.devices));

/** What happens between two polls, and how n8n or Miradore take the one that follows. */
const rounds = fc.array(
	fc.record({
		changes: fc.array(fc.tuple(fc.nat(devices - 1), fc.nat(3)), { maxLength: 6 }),
		fault: fc.constantFrom('none', 'none', 'list', 'restart', 'device'),
	}),
	{ minLength: 1, maxLength: 12 },
);

/** Publishes a trigger for three devices that are all the same. */
async function publish(parameters: IDataObject): Promise<PublishedTrigger> {
	const { site } = simulation;
	site.clearFaults();
	site.fleet.devices = Array.from({ length: devices }, (_, index) => ({
		...pattern,
		id: index + 1,
		status: 'Active',
		fixes: [{ timestamp: clock.ago(minute), latitude: 50, longitude: 24 }],
	}));
	const published = new PublishedTrigger({
		parameters: { ...parameters, options: { maxRetries: 0 } },
		credential: credentialOf(site),
	});
	await published.activate();
	return published;
}

/** Polls; whether the list of devices could be read. */
async function poll(published: PublishedTrigger, fault: string): Promise<boolean> {
	const { site } = simulation;
	if (fault === 'list') site.addFault({ path: '/API/Device', status: 503 });
	if (fault === 'device') site.addFault({ path: '/Device/2/Location', status: 503 });
	if (fault === 'restart') await published.activate('init');
	else await published.poll();
	site.clearFaults();
	clock.pass(5 * minute);
	return fault !== 'list';
}

it('In random histories each entry into an area is told once', async () => {
	const areas = { circle: [{ name: 'A', center: '60.0, 24.0', radius: 50_000 }] };
	await fc.assert(
		fc.asyncProperty(rounds, async (history) => {
			const published = await publish({ event: 'areaEntered', areas });
			const isInside = Array.from({ length: devices }, () => false);
			const expected: unknown[] = [];
			let count = 0;
			for (const { changes, fault } of [...history, { changes: [], fault: 'none' }]) {
				for (const [device, place] of changes) {
					count += 1;
					const timestamp = clock.ago(minute - count);
					const enters = place > 1;
					// Each location has a longitude of its own.
					const longitude = 24 + count / 10_000;
					const { fixes } = simulation.site.fleet.devices[device];
					fixes.push({ timestamp, latitude: enters ? 60 : 50, longitude });
					if (enters && !isInside[device]) expected.push([longitude, device + 1]);
					isInside[device] = enters;
				}
				await poll(published, fault);
			}
			const told = published.delivered.map(({ deviceId, longitude }) => [longitude, deviceId]);
			expect(told).toHaveLength(expected.length);
			expect(told).toEqual(expect.arrayContaining(expected));
		}),
		cases(50, 8),
	);
});
