import type { INode } from 'n8n-workflow';
import { credentialOf } from '../../core/site';
import { startSimulator, type SimulatedSite } from '../../simulator';
import type { N8nClient } from '../client';
import { failureOf, outputOf } from '../executions';
import { node } from '../node';
import { startSignedIn, type SignedIn } from '../signedIn';
import { telltaleKey, tracesIn } from '../traces';
import { inARow, manualTrigger, miradore } from '../workflows';
import { Watch } from './watch';

/** What n8n 3 does by itself or asks for, as far as n8n 2 has a setting for it. */
const newDefaults = {
	N8N_SSRF_PROTECTION_ENABLED: 'true',
	// The simulated site is at this address; all others of this machine stay forbidden.
	N8N_SSRF_ALLOWED_IP_RANGES: '127.0.0.1/32',
	N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem',
	N8N_RUNNERS_ENABLED: 'true',
	N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
	N8N_LOG_LEVEL: 'debug',
};

describe('n8n with what n8n 3 makes the default', () => {
	let started: SignedIn;
	let n8n: N8nClient;
	let site: SimulatedSite;
	let credentialId: string;

	beforeAll(async () => {
		site = await startSimulator({ apiKey: telltaleKey('defaults'), now: new Date() });
		started = await startSignedIn(newDefaults);
		n8n = started.client;
		credentialId = await n8n.createCredential('Miradore', credentialOf(site));
	});

	afterAll(async () => {
		await started?.stop();
		await site?.stop();
	});

	const run = async (nodes: INode[]) =>
		n8n.run(await n8n.createWorkflow(inARow('Run', [manualTrigger('Run')], nodes)), 'Run');

	it('the picker finds devices, and the credential is tested', async () => {
		expect(await n8n.testCredential(credentialOf(site))).toMatchObject({ status: 'OK' });
		expect((await n8n.searchDevices(credentialId)).results.length).toBeGreaterThan(0);
	});

	it('Get Many reads, a task runner chooses, Lock locks, and a file of that is on the disk', async () => {
		const getMany = miradore('Get Many', 'getAll', credentialId, '', { returnAll: true });
		const choose = node('Choose', 'n8n-nodes-base.code', 2, {
			jsCode: "return $input.all().filter(({ json }) => json.platform === 'iOS');",
		});
		const lock = miradore('Lock', 'lock', credentialId, '={{ $json.id }}');
		const file = node('File', 'n8n-nodes-base.convertToFile', 1.1, { options: {} });
		const execution = await run([getMany, choose, lock, file]);
		expect(failureOf(execution)).toBe('');
		const chosen = site.fleet.devices.filter(
			({ platform, status }) => platform === 'iOS' && status !== 'Deleted',
		);
		expect(chosen.length).toBeGreaterThan(0);
		expect(outputOf(execution, 'Lock').map(({ json }) => json)).toEqual(
			chosen.map(({ id }) => ({ success: true, outcome: 'sent', deviceId: id })),
		);
		expect(chosen.map(({ lockedAt }) => lockedAt.length)).toEqual(chosen.map(() => 1));
		const [{ binary }] = outputOf(execution, 'File');
		expect(binary?.data.id).toMatch(/^filesystem/);
	});

	it('the trigger starts its workflow', async () => {
		await Watch.expectTold(n8n, 'deviceAdded', site.apiKey);
	});

	it('an address that n8n forbids is not asked', async () => {
		const baseUrl = site.baseUrl.replace('127.0.0.1', '127.0.0.2');
		const forbidden = await n8n.createCredential('Forbidden', credentialOf(site, { baseUrl }));
		const failure = failureOf(await run([miradore('Lock', 'lock', forbidden, '1')]));
		expect(failure).toContain('n8n may not ask this address');
		expect(failure).toContain('Nothing was sent.');
	});

	it('leaves no trace of the key', async () => {
		expect(await tracesIn(started.server.userFolder, site.apiKey)).toEqual([]);
	});
});
