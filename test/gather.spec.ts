import type { IDataObject } from 'n8n-workflow';
import { execute, type Run } from './core/execute';
import { useSite } from './core/site';

const simulation = useSite();
const batch = (items: IDataObject[], changes: Partial<Run> = {}) =>
	execute({
		parameters: { resource: 'user', operation: 'batch', userJson: '={{ $json.user }}' },
		items,
		credential: simulation.credential,
		...changes,
	});
const users = ['a', 'b', 'c'].map((name) => ({ user: { email: `${name}@example.com` } }));
const goOn = { settings: { onError: 'continueRegularOutput' as const } };

describe('User: Batch', () => {
	it('sends all items in one request, and links the answer to all of them', async () => {
		const { error, success } = await batch(users);
		expect(error).toBeUndefined();
		expect(simulation.site.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
			'POST /User/Batch',
		]);
		expect(JSON.parse(simulation.site.requests[0].body)).toEqual(users.map(({ user }) => user));
		expect(success).toEqual([
			{
				json: { success: true, outcome: 'sent' },
				pairedItem: [{ item: 0 }, { item: 1 }, { item: 2 }],
			},
		]);
	});

	it('sends nothing when one item is no JSON object', async () => {
		const { error } = await batch([...users, { user: 'anna' }]);
		expect(error?.message).toBe("'User (JSON)' is not a JSON object or list [item 3]");
		expect(simulation.site.requests).toEqual([]);
	});

	it('leaves such an item out where the node goes on', async () => {
		const { success } = await batch([users[0], { user: 5 }, users[2]], goOn);
		expect(JSON.parse(simulation.site.requests[0].body)).toEqual([users[0].user, users[2].user]);
		expect(success.map(({ json, pairedItem }) => [json.success ?? json.error, pairedItem])).toEqual(
			[
				[true, [{ item: 0 }, { item: 2 }]],
				["'User (JSON)' is not a JSON object or list", { item: 1 }],
			],
		);
	});

	it('fails for every item that went along', async () => {
		simulation.site.addFault({ status: 400, body: 'No' });
		const { success } = await batch(users, goOn);
		expect(success.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2].map((item) => ({ item })),
		);
		for (const { json } of success) {
			expect(json.error).toBe('Miradore did not accept the request (400)');
		}
	});

	it('names the items of a command that nobody knows the outcome of', async () => {
		simulation.site.addFault({ reset: 'afterHandling' });
		const { error } = await batch(users);
		expect(error?.message).toContain('It is not known whether Miradore carried this out');
		expect(error?.description).toContain('Not known whether carried out: item 0–2.');
	});
});

describe('Apple Enrollment: Sync Devices', () => {
	const sync = () =>
		execute({
			parameters: {
				resource: 'appleEnrollment',
				operation: 'syncDevices',
				options: { maxRetries: 0 },
			},
			items: users,
			credential: simulation.credential,
		});

	it('asks once for all items, and explains the refusal to do it twice a minute', async () => {
		const { error, success } = await sync();
		expect(error).toBeUndefined();
		expect(success).toHaveLength(1);
		const again = await sync();
		expect(again.error?.message).toBe('Miradore received too many requests (429) [item 0]');
		expect(again.error?.description).toContain('once a minute for each site');
		expect(simulation.site.requests).toHaveLength(2);
	});
});
