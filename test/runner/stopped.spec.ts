import type { IDataObject, IRunExecutionData } from 'n8n-workflow';
import { execute } from '../core/execute';
import { idsIn } from '../core/report';
import { useSite } from '../core/site';
import { waitUntil } from '../n8n/waitUntil';

const simulation = useSite();
beforeEach(() => {
	for (const device of simulation.site.fleet.devices)
		Object.assign(device, { status: 'Active', lockedAt: [] });
	// The first four are answered, and the two after them under way until the execution is stopped.
	simulation.site.addFault({ times: 4 });
	simulation.site.addFault({ delay: 600_000 });
});

const all = Array.from({ length: 24 }, (_, index) => index + 1);
const stop = (options: IDataObject, settings = {}) =>
	execute({
		parameters: {
			operation: 'lock',
			deviceId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			options: { maxParallelRequests: 2, ...options },
		},
		items: all.map((id) => ({ id })),
		credential: simulation.credential,
		cancelOn: waitUntil(() => simulation.site.requests.length >= 6, 20, 5),
		...settings,
	});

/** What n8n keeps beside the items; the editor shows it as highlighted data. */
function customData(saved: string): string[] {
	const { resultData } = JSON.parse(saved) as IRunExecutionData;
	const entries = Object.entries(resultData.metadata ?? {});
	expect(entries.map(([key]) => key)).toEqual(
		entries.map((_, index) => `miradore_stopped_${index + 1}`),
	);
	return entries.map(([, value]) => value);
}

/** The ids behind a label, also where the list goes on in the next part. */
function listed(parts: string[], label: string): number[] {
	const [, names = ''] = new RegExp(`${label}: (.*?)\\.`).exec(parts.join(' ')) ?? [];
	return idsIn(names);
}

describe('When the execution is stopped', () => {
	it.each([
		['stops', {}],
		['goes on', { settings: { onError: 'continueRegularOutput' } }],
	])('a node that %s after failures has told what became of each device', async (_, settings) => {
		const { saved, error } = await stop({}, settings);
		const parts = customData(saved);
		const sent = listed(parts, 'Sent to Miradore');
		const open = listed(parts, 'Not known whether carried out');
		const unsent = listed(parts, 'Not sent');
		expect([...sent, ...open, ...unsent]).toEqual(all);
		const requested = simulation.site.requests.map(({ path }) => Number(path.split('/')[2]));
		expect(requested).toEqual(expect.arrayContaining(sent));
		expect([...sent, ...open]).toEqual(expect.arrayContaining(requested));
		expect(open).toHaveLength(2);
		for (const part of parts) expect(part.length).toBeLessThanOrEqual(255);
		// The node's own error says the same, where n8n keeps it.
		expect(listed([error?.description ?? ''], 'Not known whether carried out')).toEqual(open);
		expect(error?.message).toContain('stopped');
		expect(`${error?.message} ${error?.description}`).not.toContain('Base URL');
	});

	it('what does not fit is said to be in the log', async () => {
		const items = Array.from({ length: 2000 }, (_, index) => ({ id: 2 * index + 1 }));
		const { saved } = await stop({}, { items });
		const parts = customData(saved);
		expect(parts).toHaveLength(8);
		expect(parts[7]).toMatch(/, … The whole is in n8n's log\.$/);
	});

	it('what is sent once for several items is told once', async () => {
		const items = [...all, ...all].map((id) => ({ id }));
		const { saved } = await stop({}, { items });
		const parts = customData(saved);
		const labels = ['Sent to Miradore', 'Not known whether carried out', 'Not sent'];
		expect(labels.flatMap((label) => listed(parts, label))).toEqual(all);
	});

	it('a command that waits to be repeated was not sent', async () => {
		const { site, credential } = simulation;
		site.clearFaults();
		site.addFault({ path: /Lock/, status: 429, headers: { 'retry-after': '250' } });
		const refused = () =>
			site.requests.length > 0 && site.requests.every(({ status }) => status === 429);
		// When another run is done that comes later, the node has understood the refusals.
		const other = () =>
			execute({
				parameters: { resource: 'customAttribute', operation: 'getAll', returnAll: true },
				credential,
			});
		const { saved } = await stop({}, { cancelOn: waitUntil(refused, 20, 5).then(other) });
		expect(listed(customData(saved), 'Not sent')).toEqual(all);
	});

	it('a node that is done says nothing', async () => {
		simulation.site.clearFaults();
		const { saved, success } = await stop({}, { cancelOn: undefined });
		expect(success).toHaveLength(24);
		expect(customData(saved)).toEqual([]);
	});

	it('a later run of the node tells of itself', async () => {
		simulation.site.clearFaults();
		// The second round is stopped in its first requests.
		simulation.site.addFault({ path: /./, times: 24 });
		simulation.site.addFault({ path: /./, delay: 60_000 });
		const secondRound = () => simulation.site.requests.length >= 26;
		const { saved } = await stop({}, { rounds: 2, cancelOn: waitUntil(secondRound, 20, 5) });
		expect(listed(customData(saved), 'Not sent')).toEqual(all.slice(2));
	});
});
