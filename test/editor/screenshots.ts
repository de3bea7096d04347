import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { N8nClient } from '../n8n/client';
import { projectFolder } from '../n8n/folders';
import { packProject } from '../n8n/pack';
import { startN8n } from '../n8n/server';
import { inARow, manualTrigger, miradore, scheduleTrigger } from '../n8n/workflows';
import { startSimulator } from '../simulator';
import { launchChromium } from './chromium';
import { Editor } from './editor';

// Makes the pictures of the README in docs/images, in a real n8n against a simulated site.

const folder = path.join(projectFolder, 'docs', 'images');

interface Stage {
	editor: Editor;
	n8n: N8nClient;
	credentialId: string;
}

async function main(): Promise<void> {
	mkdirSync(folder, { recursive: true });
	const packed = await packProject();
	const n8n = await startN8n(packed.tarball);
	const site = await startSimulator();
	const browser = await launchChromium();
	try {
		const client = new N8nClient(n8n.url);
		const owner = { email: 'owner@n8n.example', password: 'Only4Loopback' };
		const cookie = await client.setUpOwner(owner);
		const { siteName, apiKey, baseUrl } = site;
		const credential = { siteName, apiKey, baseUrl, siteNameIn: 'header' as const };
		const credentialId = await client.createCredential('Miradore account', credential);
		const editor = await Editor.open(browser, n8n.url, cookie);
		const stage = { editor, n8n: client, credentialId };
		await showCredential(stage);
		await showLock(stage);
		await showLocations(stage);
		await showWorkflow(stage);
	} finally {
		await browser.close();
		await site.stop();
		await n8n.stop();
		await packed.remove();
	}
}

async function showCredential({ editor }: Stage): Promise<void> {
	const form = await editor.addCredential('Miradore API');
	await form.fill({ siteName: 'acme', apiKey: 'this is not a real key' });
	await keep('credential', form.form);
}

async function showLock({ editor, n8n, credentialId }: Stage): Promise<void> {
	const lock = miradore('Lock device', 'lock', credentialId, '', {
		deviceId: { __rl: true, mode: 'list', value: '' },
	});
	const workflow = await n8n.createWorkflow(inARow('Lock', [manualTrigger('Run')], [lock]));
	await editor.openWorkflow(workflow.id);
	const panel = await editor.openNode('Lock device');
	const rows = await panel.openList('deviceId');
	await panel.searchList('pixel');
	await keep('device-list', panel.panel);
	await rows.first().click();
	await panel.execute();
	await panel.dismissNotes();
	await keep('lock', panel.panel);
}

async function showLocations({ editor, n8n, credentialId }: Stage): Promise<void> {
	const filters = { startDate: '2026-11-10T00:00:00', endDate: '2026-11-15T00:00:00' };
	const locations = miradore('Get locations of device', 'getLocations', credentialId, '2', {
		filters,
	});
	const nodes = inARow('Locations', [manualTrigger('Run')], [locations]);
	await editor.openWorkflow((await n8n.createWorkflow(nodes)).id);
	const panel = await editor.openNode('Get locations of device');
	await panel.execute();
	await panel.dismissNotes();
	await keep('locations', panel.panel);
}

async function showWorkflow({ editor, n8n, credentialId }: Stage): Promise<void> {
	const nodes = [
		miradore('Get many devices', 'getAll', credentialId, '', {
			filters: { tag: { __rl: true, mode: 'name', value: 'Loan' } },
		}),
		miradore('Lock device', 'lock', credentialId, '={{ $json.id }}'),
	];
	const everyNight = scheduleTrigger('Every Night', { field: 'days', triggerAtHour: 22 });
	const workflow = await n8n.createWorkflow(inARow('Lock loan devices', [everyNight], nodes));
	await editor.openWorkflow(workflow.id);
	await editor.execute();
	await keep('workflow', editor.canvas);
}

async function keep(name: string, what: Locator): Promise<void> {
	await what.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
	console.log(`docs/images/${name}.png`);
}

void main();
