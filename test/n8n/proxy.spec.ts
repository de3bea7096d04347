import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spellings } from '../core/site';
import { startSimulator, type SimulatedSite } from '../simulator';
import type { CredentialData, N8nClient } from './client';
import { withoutEditor } from './environment';
import { failureOf, outputOf } from './executions';
import { startHttpsProxy, type HttpsProxy } from './httpsProxy';
import { startSignedIn, type SignedIn } from './signedIn';
import { telltaleKey, tracesIn } from './traces';
import { inARow, manualTrigger, miradore, miradoreTrigger } from './workflows';

const host = 'miradore.test';

describe('A site behind an HTTPS proxy, with a certificate of a private authority', () => {
	let started: SignedIn;
	let n8n: N8nClient;
	let site: SimulatedSite;
	let proxy: HttpsProxy;
	let folder: string;
	let credential: CredentialData;

	beforeAll(async () => {
		site = await startSimulator({ apiKey: telltaleKey('proxy'), now: new Date() });
		proxy = await startHttpsProxy(host, new URL(site.baseUrl));
		folder = mkdtempSync(path.join(tmpdir(), 'n8n-proxy-'));
		const certificates = path.join(folder, 'private.pem');
		writeFileSync(certificates, proxy.certificate);
		started = await startSignedIn({
			...withoutEditor,
			HTTPS_PROXY: proxy.url,
			NODE_EXTRA_CA_CERTS: certificates,
			N8N_LOG_LEVEL: 'debug',
		});
		n8n = started.client;
		const { siteName, apiKey } = site;
		credential = { siteName, apiKey, baseUrl: `https://${host}`, siteNameIn: 'header' };
	});

	afterAll(async () => {
		await started?.stop();
		await proxy?.stop();
		await site?.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	it('is reached by the credential test, the picker, the node and the trigger; the proxy sees no key', async () => {
		expect(await n8n.testCredential(credential)).toMatchObject({ status: 'OK' });
		const id = await n8n.createCredential('Miradore', credential);
		expect((await n8n.searchDevices(id)).results.length).toBeGreaterThan(0);

		const lock = miradore('Lock', 'lock', id, '1');
		const locked = await n8n.run(
			await n8n.createWorkflow(inARow('Lock', [manualTrigger('Run')], [lock])),
			'Run',
		);
		expect(failureOf(locked)).toBe('');
		expect(site.fleet.devices[0].lockedAt).toHaveLength(1);

		const trigger = await n8n.createWorkflow(inARow('Poll', [], [miradoreTrigger('Moved', id)]));
		const polled = await n8n.run(trigger, 'Moved');
		expect(outputOf(polled, 'Moved')).not.toEqual([]);

		expect(proxy.seen()).toContain(`CONNECT ${host}:443`);
		for (const spelling of spellings(site.apiKey)) expect(proxy.seen()).not.toContain(spelling);
		expect(await tracesIn(started.server.userFolder, site.apiKey)).toEqual([]);
	});
});
