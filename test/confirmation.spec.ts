import { execute } from './core/execute';
import { spellings, useSite } from './core/site';

const simulation = useSite();
const lock = () =>
	execute({
		parameters: { operation: 'lock', deviceId: { __rl: true, mode: 'id', value: '1' } },
		credential: simulation.credential,
	});

describe('Lock', () => {
	it('passes on what Miradore answers, without losing its own fields', async () => {
		simulation.site.addFault({
			status: 202,
			headers: { 'content-type': 'application/json' },
			body: '{"actionId": 7, "deviceId": "other"}',
		});
		const { success } = await lock();
		expect(success[0].json).toEqual({ success: true, outcome: 'sent', deviceId: 1, actionId: 7 });
	});

	it.each(['OK', '"OK"', '["OK"]', 'null', '7', ''])(
		'confirms with its own fields alone where Miradore answers %p',
		async (body) => {
			simulation.site.addFault({ status: 200, body, times: 1 });
			const { success } = await lock();
			expect(success.map(({ json }) => json)).toEqual([
				{ success: true, outcome: 'sent', deviceId: 1 },
			]);
		},
	);

	it('passes on no key that a success repeats', async () => {
		const { apiKey } = simulation.site;
		const body = JSON.stringify({ echo: apiKey, address: `?auth=${encodeURIComponent(apiKey)}` });
		simulation.site.addFault({ status: 200, body });
		const { saved, success } = await lock();
		expect(success[0].json).toMatchObject({
			success: true,
			outcome: 'sent',
			echo: '***',
			address: '?auth=***',
		});
		for (const spelling of spellings(apiKey)) expect(saved).not.toContain(spelling);
	});
});
