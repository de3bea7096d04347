import { execute } from '../core/execute';
import { useSite } from '../core/site';

const simulation = useSite();

/**
 * n8n takes an item whose field `error` isn't null or false (n8n 1: isn't undefined) for a failure and
 * runs the node again. The node passes Miradore's body on, and has forgotten that it sent.
 */
describe("A success whose body has an empty field 'error', with 'Retry On Fail'", () => {
	it.each<object>([
		{ success: true, error: '' },
		{ success: true, error: [] },
		{ success: true, error: {} },
		{ success: true, error: 0 },
		{ success: true, error: 'none' },
	])('is sent once: %j', async (body) => {
		simulation.site.addFault({ status: 200, body, handled: true });
		const { error, success } = await execute({
			parameters: { operation: 'lock', deviceId: { __rl: true, mode: 'id', value: '1' } },
			credential: simulation.credential,
			settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		});
		expect(error).toBeUndefined();
		expect(success[0].json).toMatchObject({ success: true, deviceId: 1 });
		expect(simulation.site.requests).toHaveLength(1);
	});
});
