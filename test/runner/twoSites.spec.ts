import type { IRunExecutionData } from 'n8n-workflow';
import { execute } from '../core/execute';
import { useSite } from '../core/site';
import { waitUntil } from '../n8n/waitUntil';

const simulation = useSite();

// All sites are at one address, and the site's name is in a header: what is told after a stop takes
// the command for a device of one site for that of the device of the same number at the other.
it('After a stop, a device of a site is not told as sent because the same ID was at another', async () => {
	const { site, credential } = simulation;
	site.addFault({ path: '/Device/1/Lock', status: 200, body: '' });
	site.addFault({ path: '/Device/2/Lock', status: 200, body: '', delay: 600_000 });
	const { saved } = await execute({
		parameters: {
			operation: 'lock',
			deviceId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			options: { maxParallelRequests: 1 },
		},
		items: [
			{ site: 'acme', id: 1 },
			{ site: 'other', id: 2 },
			{ site: 'other', id: 1 },
		],
		credential: {
			...credential,
			siteName: '={{ $json.site }}',
			apiKey: '={{ "key-" + $json.site }}',
		},
		cancelOn: waitUntil(() => site.requests.length > 1, 20, 5),
	});
	const { resultData } = JSON.parse(saved) as IRunExecutionData;
	const told = Object.values(resultData.metadata ?? {}).join(' ');
	expect(site.requests.map(({ path }) => path)).toEqual(['/Device/1/Lock', '/Device/2/Lock']);
	expect(told).toContain('Not sent: Device 1');
});

// With a site's name by expression and one key for all, the second site never gets the command, and the
// item says success.
it('Equal device IDs of two sites are two commands, also where the key is the same', async () => {
	const { site, credential } = simulation;
	site.addFault({ path: '/Device/1/Lock', status: 200, body: '' });
	await execute({
		parameters: {
			operation: 'lock',
			deviceId: { __rl: true, mode: 'id', value: '1' },
		},
		items: [{ site: 'acme' }, { site: 'other' }],
		credential: { ...credential, siteName: '={{ $json.site }}' },
	});
	expect(site.requests.map(({ headers }) => headers['x-instance-name']).sort()).toEqual([
		'acme',
		'other',
	]);
});
