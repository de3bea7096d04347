import type { IRunExecutionData } from 'n8n-workflow';
import { execute } from '../core/execute';
import { useSite } from '../core/site';
import { waitUntil } from '../n8n/waitUntil';

const simulation = useSite();

// Retry On Fail waits up to five seconds before its next try. Who stops the execution then isn't told
// what the first try has sent, for the watch ended with it.
it('What was sent is told when the execution is stopped between two tries', async () => {
	const { site, credential } = simulation;
	site.addFault({ path: '/Device/2/Lock', status: 404 });
	const hasFailed = () => site.requests.length > 1 && site.inWork === 0;
	// When another run is done that comes later, the first try has ended.
	const other = {
		parameters: { resource: 'customAttribute', operation: 'getAll', returnAll: true },
		credential,
	};
	const { saved } = await execute({
		parameters: {
			operation: 'lock',
			deviceId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			options: { maxParallelRequests: 1 },
		},
		items: [1, 2, 3].map((id) => ({ id })),
		credential,
		settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 5000 },
		cancelOn: waitUntil(hasFailed, 20, 5).then(() => execute(other)),
	});
	const { resultData } = JSON.parse(saved) as IRunExecutionData;
	expect(Object.values(resultData.metadata ?? {}).join(' ')).toContain(
		'Sent to Miradore: Device 1',
	);
});
