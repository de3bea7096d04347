import { execute } from '../core/execute';
import { useSite } from '../core/site';

const simulation = useSite();
beforeEach(() => {
	for (const device of simulation.site.fleet.devices) device.lockedAt = [];
});

// A site that fails in the middle of a command answers 500, and one that sends the browser on after a
// form answers 302 or 303: nobody can tell whether the device was locked. It is told as failed, and
// Retry On Fail locks it again and again.
describe('A command that was carried out is sent once', () => {
	it.each([500, 302, 303])('where the answer is %d', async (status) => {
		simulation.site.addFault({ path: '/Device/1/Lock', status, handled: true });
		await execute({
			parameters: { operation: 'lock', deviceId: { __rl: true, mode: 'id', value: '1' } },
			credential: simulation.credential,
			settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		});
		expect(simulation.site.fleet.devices[0].lockedAt).toHaveLength(1);
	});
});
