import { execute } from './core/execute';
import { useSite } from './core/site';

const simulation = useSite();

describe('Lock', () => {
	it.each([
		['timeout', 0, "'Timeout' is not a whole number from 1 to 3600000"],
		['maxRetries', -1, "'Max Retries' is not a whole number from 0 to 100"],
		['maxParallelRequests', 101, "'Max Parallel Requests' is not a whole number from 1 to 100"],
		['maxParallelRequests', 'many', "'Max Parallel Requests' is not a whole number from 1 to 100"],
	])('refuses the option %s of %p', async (option, value, message) => {
		const { error } = await execute({
			parameters: {
				operation: 'lock',
				deviceId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
				options: { [option]: value },
			},
			items: [{ id: 1 }],
			credential: simulation.credential,
		});
		expect(error?.message).toBe(`${message} [item 0]`);
		expect(simulation.site.requests).toEqual([]);
	});
});
