import { credentialOf } from '../core/site';
import { startSimulator, type SimulatedDevice, type SimulatedSite } from '../simulator';
import type { SavedWorkflow } from './client';
import { publishExample } from './examples';
import { McpClient } from './mcpClient';
import { sharedClient, sharedN8n } from './sharedN8n';
import { telltaleKey } from './traces';
import { loopback } from './loopback';

interface Tool {
	name: string;
	description: string;
	inputSchema: { properties: Record<string, { type: string; description: string }> };
}

describe('The example of an MCP server', () => {
	const n8n = sharedClient();
	const token = 'not a real token';
	const address = `${sharedN8n().url}/mcp/miradore`;
	let site: SimulatedSite;
	let workflow: SavedWorkflow;
	let client: McpClient;
	let device: SimulatedDevice;

	beforeAll(async () => {
		site = await startSimulator({ now: new Date(), apiKey: telltaleKey('mcp-example') });
		const credentialIds = {
			miradoreApi: await n8n.createCredential('MCP', credentialOf(site)),
			httpBearerAuth: await n8n.createCredential('Token', { token }, 'httpBearerAuth'),
		};
		workflow = await publishExample(n8n, 'mcp-server.json', { credentialIds });
		client = new McpClient(address, token);
		await client.openOnceServed();
		device = site.fleet.devices.find(
			({ fixes, status }) => fixes.length > 1 && status !== 'Deleted',
		) as SimulatedDevice;
	});
	beforeEach(() => {
		site.clearRequests();
		Object.assign(device, { tags: [], lockedAt: [] });
	});
	afterAll(async () => {
		await n8n.deactivate(workflow);
		await site.stop();
	});

	async function use(name: string, values: object): Promise<string> {
		const { content } = await client.call<{ content: Array<{ text: string }> }>('tools/call', {
			name,
			arguments: values,
		});
		return content[0].text;
	}
	const commands = () => site.requests.filter(({ method }) => method !== 'GET');

	it('lets nobody in without the token', async () => {
		const open = { jsonrpc: '2.0', id: 1, method: 'initialize', params: {} };
		expect((await loopback.post(address, open)).status).toBe(403);
	});

	it('offers three tools that tell what they do and what to give them', async () => {
		const { tools } = await client.call<{ tools: Tool[] }>('tools/list', {});
		const offered = tools.map(({ name, description, inputSchema: { properties } }) => {
			for (const { description: text } of Object.values(properties))
				expect(text).toMatch(/\w+ \w+/);
			return [name, description.split('.')[0], ...Object.keys(properties)];
		});
		expect(offered.sort()).toEqual([
			[
				'Find_Devices',
				'Find devices by a part of their name, model or serial number, or of the name or email address of their user',
				'search',
			],
			['Locate_Device', expect.any(String), 'deviceId', 'days', 'latestOnly'],
			['Lock_Device', 'Lock a lost device', 'deviceId'],
		]);
	});

	it.each(['name', 'model', 'serialNumber', 'userEmail'] as const)(
		'finds devices by a part of their %s',
		async (field) => {
			const { id, name, serialNumber } = device;
			const found = await use('Find_Devices', { search: device[field].slice(0, 8) });
			expect(JSON.parse(found)).toContainEqual(expect.objectContaining({ id, name, serialNumber }));
		},
	);

	it('reads the last location of a device, or all of them, the newest first', async () => {
		const { id: deviceId, fixes } = device;
		const read = async (latestOnly: boolean) =>
			JSON.parse(await use('Locate_Device', { deviceId, days: 30, latestOnly })) as object[];
		const newest = [...fixes].sort((one, other) => other.timestamp.localeCompare(one.timestamp));
		const expected = newest.map(
			({ latitude, longitude }) =>
				expect.objectContaining({
					deviceId,
					latitude: Number(latitude),
					longitude: Number(longitude),
					mapUrl: expect.stringContaining('https://') as string,
				}) as object,
		);
		expect(await read(false)).toEqual(expected);
		expect(await read(true)).toEqual(expected.slice(0, 1));
	});

	it('locks a device with the tag, and no other', async () => {
		const { id: deviceId } = device;
		const skipped = await use('Lock_Device', { deviceId });
		expect(JSON.parse(skipped)).toMatchObject([{ success: false, outcome: 'skipped', deviceId }]);
		expect(commands()).toEqual([]);

		device.tags = ['Lost'];
		const sent = await use('Lock_Device', { deviceId });
		expect(JSON.parse(sent)).toMatchObject([{ success: true, outcome: 'sent', deviceId }]);
		expect(commands()).toMatchObject([{ method: 'POST', path: `/Device/${deviceId}/Lock` }]);
		expect(device.lockedAt).toHaveLength(1);
	});

	it('tells what is wrong with a device that is not there', async () => {
		expect(await use('Lock_Device', { deviceId: 999_999 })).toContain('lists no such device');
		expect(await use('Locate_Device', { deviceId: 999_999, days: 1, latestOnly: true })).toContain(
			'Miradore did not find it (404)',
		);
		expect(commands()).toEqual([]);
	});
});
