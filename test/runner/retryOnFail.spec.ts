import { spellings } from '../core/site';
import { useTries } from './useTries';

const { simulation, lockDevices, locks, sent } = useTries();

describe("n8n's 'Retry On Fail'", () => {
	it('sends only what was not carried out yet, and gives all items in the end', async () => {
		simulation.site.addFault({ path: '/Device/2/Lock', status: 404, times: 2 });
		const { success, error } = await lockDevices([1, 2, 3]);
		expect(error).toBeUndefined();
		expect(success).toEqual(
			[1, 2, 3].map((deviceId, item) => ({
				json: { success: true, outcome: 'sent', deviceId },
				pairedItem: { item },
			})),
		);
		expect(locks(1, 2, 3)).toEqual([1, 1, 1]);
		expect(sent(2)).toBe(3);
	});

	it('repeats the same in the error when it fails to the end', async () => {
		const { error } = await lockDevices([1, 99999]);
		expect(error?.description).toContain('Sent to Miradore: Device 1.\nFailed: Device 99999.');
		expect([sent(1), sent(99999)]).toEqual([1, 3]);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'does so with %s, too',
		async (onError) => {
			simulation.site.addFault({ path: '/Device/1/Lock', status: 404, times: 1 });
			const { success } = await lockDevices([1, 2, 3], { onError });
			expect(success.map(({ json }) => json.deviceId)).toEqual([1, 2, 3]);
			expect(locks(1, 2, 3)).toEqual([1, 1, 1]);
		},
	);

	it('never repeats a command of which it is not known whether it was carried out', async () => {
		simulation.site.addFault({ path: '/Device/1/Lock', reset: 'afterHandling' });
		const { error } = await lockDevices([1]);
		expect(error?.message).toContain('It is not known whether Miradore carried this out');
		expect([sent(1), ...locks(1)]).toEqual([1, 1]);
	});

	it('sends a body that changes with each try once', async () => {
		simulation.site.addFault({ path: '/Device/2/LostMode', status: 404, times: 2 });
		const { success, error } = await lockDevices(
			[1, 2, 3],
			{},
			{
				parameters: {
					operation: 'enableLostMode',
					deviceId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
					message: '={{ "Lost " + Math.random() }}',
				},
			},
		);
		expect(error).toBeUndefined();
		expect(success).toHaveLength(3);
		const posts = simulation.site.requests.map(({ path }) => path.split('/')[2]);
		expect(posts.filter((id) => id !== '2')).toEqual(['1', '3']);
	});

	it('sends the others although the outcome of one is open, and tells of that at the end', async () => {
		simulation.site.addFault({ path: '/Device/3/Lock', status: 502 });
		const { error } = await lockDevices(
			[1, 2, 3, 4, 5, 6],
			{},
			{
				parameters: {
					operation: 'lock',
					deviceId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
					options: { maxParallelRequests: 1 },
				},
			},
		);
		expect(locks(1, 2, 4, 5, 6)).toEqual([1, 1, 1, 1, 1]);
		expect(sent(3)).toBe(1);
		expect(error?.message).toContain('Device 3: It is not known whether Miradore carried this out');
		expect(error?.description).toContain('Sent to Miradore: Device 1–2, 4–6.');
		expect(error?.description).toContain('Not known whether carried out: Device 3.');
		expect(error?.description).toContain('Not sent: none.');
	});

	it('takes the same device on two items for one command in each of its tries', async () => {
		simulation.site.addFault({ path: '/Device/2/Lock', status: 404, times: 1 });
		const { success } = await lockDevices([1, 1, 2]);
		expect(success.map(({ json }) => json.deviceId)).toEqual([1, 1, 2]);
		expect(locks(1, 2)).toEqual([1, 1]);
	});

	it('takes the same item in the next round of a loop for a new command', async () => {
		const { success, failed } = await lockDevices(
			[1, 99999],
			{ onError: 'continueErrorOutput', retryOnFail: false },
			{ rounds: 2 },
		);
		expect([success.length, failed.length]).toEqual([1, 1]);
		expect(locks(1)).toEqual([2]);
	});

	it('keeps no key in what n8n saves, and nothing at all after a success', async () => {
		const { apiKey } = simulation.site;
		const stopped = await lockDevices([1, 99999]);
		for (const spelling of spellings(apiKey)) expect(stopped.saved).not.toContain(spelling);
		expect(contextOf(stopped.saved)).toEqual({
			runs: { '0': { '0': expect.anything() as object } },
		});
		const complete = await lockDevices([1, 2]);
		expect(contextOf(complete.saved)).toEqual({ runs: {} });
	});
});

function contextOf(saved: string): unknown {
	const { executionData } = JSON.parse(saved) as {
		executionData: { contextData: Record<string, unknown> };
	};
	return executionData.contextData['node:Miradore'];
}
