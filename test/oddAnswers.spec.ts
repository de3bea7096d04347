import { execute } from './core/execute';
import { useSite } from './core/site';

const simulation = useSite();

const lock = (body: string | object | boolean, settings = {}) => {
	simulation.site.addFault({ status: 200, body: body as string, handled: true });
	return execute({
		parameters: { operation: 'lock', deviceId: { __rl: true, mode: 'id', value: '1' } },
		credential: simulation.credential,
		settings,
	});
};

describe('An answer with status 200', () => {
	// The item says success: true, although the body says the opposite in the same or a near word.
	it.each<string | object>([
		'false',
		'"Error: device not found"',
		'Error: device not found',
		{ success: 0 },
		{ success: 'no' },
		{ success: null },
		{ succeeded: 'failed' },
		{ result: false },
		{ result: 'error' },
		{ status: 'fail' },
		{ status: 'rejected' },
		{ status: 'unsuccessful' },
		{ state: 'error' },
		{ code: 404, message: 'Not found' },
		{ errorCode: 12 },
		{ isError: true },
		{ hasErrors: true },
		{ exception: 'Device not found' },
		{ exceptionMessage: 'Device not found' },
		{ error_description: 'Device not found' },
		{ fault: { faultstring: 'Device not found' } },
		'<Response><Error>Device not found</Error></Response>',
		'<Response><Success>false</Success></Response>',
		'<Fault><Reason>Device not found</Reason></Fault>',
		'<b>Service unavailable</b>',
		'<span>Sign in</span>',
	])('is no success when it says no in other words: %j', async (body) => {
		const { success } = await lock(body);
		expect(success).toEqual([]);
	});

	// Told as certainly not carried out, and sent again by Retry On Fail.
	it.each<object>([
		{ success: true, error: { code: 0, message: '' } },
		{ error: { code: 0, message: null } },
		{ error: 'Success' },
		{ error: 'No error' },
		{ errors: [null] },
		{ errors: { count: 0, items: [] } },
		{ errorMessage: 'OK' },
		{ status: 1000 },
	])('is sent once when its error says that there is none: %j', async (body) => {
		const { success } = await lock(body, { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 });
		expect(simulation.site.requests).toHaveLength(1);
		expect(success).toHaveLength(1);
	});
});
