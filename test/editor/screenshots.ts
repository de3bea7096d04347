import { mkdirSync } from 'node:fs';
import { credentialOf } from '../core/site';
import type { N8nClient } from '../n8n/client';
import { startSignedIn } from '../n8n/signedIn';
import { inARow, manualTrigger, miradore, scheduleTrigger } from '../n8n/workflows';
import { startSimulator, type SimulatedSite } from '../simulator';
import { launchChromium } from './chromium';
import { Editor } from './editor';
import { showExamples } from './exampleScreenshots';
import type { NodePanel } from './nodePanel';
import { keepPicture, pictureFolder } from './pictures';

// Makes the pictures of the README and of examples/README.md, or with `examples` the latter alone, in a real n8n against a simulated site.

const windowSize = { width: 1400, height: 820 };

interface Stage {
	editor: Editor;
	n8n: N8nClient;
	site: SimulatedSite;
}

async function main(): Promise<void> {
	mkdirSync(pictureFolder, { recursive: true });
	const { client, cookie, server, stop } = await startSignedIn();
	const site = await startSimulator();
	const browser = await launchChromium();
	try {
		const context = await Editor.signIn(browser, server.url, cookie);
		const editor = await Editor.open(context, server.url);
		await editor.page.setViewportSize(windowSize);
		const stage = { editor, n8n: client, site };
		const onlyExamples = process.argv.includes('examples');
		if (!onlyExamples) await showCredential(stage);
		const credentialId = await client.createCredential('Miradore account', credentialOf(site));
		if (!onlyExamples) {
			await showLock(stage);
			await showLocations(stage, credentialId);
			await showWorkflow(stage, credentialId);
		}
		await showExamples(editor, client, credentialId);
	} finally {
		await browser.close();
		await site.stop();
		await stop();
	}
}

async function showCredential({ editor }: Stage): Promise<void> {
	const form = await editor.addCredential('Miradore API');
	await form.fill({ siteName: 'acme', apiKey: 'this is not a real key' });
	await keepPicture('credential', editor.page, [form.form]);
}

async function showLock({ editor, n8n }: Stage): Promise<void> {
	const workflow = inARow('Lock', [], [manualTrigger('Run')]);
	await editor.openWorkflow((await n8n.createWorkflow(workflow)).id);
	await editor.node('Run').click();
	const panel = await editor.addNode('Miradore', 'Lock device');
	const rows = await panel.openList('deviceId');
	await panel.searchList('pixel');
	await keepPanel('device-list', editor, panel);
	await rows.first().click();
	await panel.execute();
	await keepPanel('lock', editor, panel);
}

async function showLocations({ editor, n8n, site }: Stage, credentialId: string): Promise<void> {
	const { id, fixes } = site.fleet.devices[1];
	fixes.sort((one, other) => one.timestamp.localeCompare(other.timestamp));
	for (const fix of fixes) fix.accuracy ??= 20;
	const filters = { startDate: '2026-11-10T00:00:00', endDate: '2026-11-15T00:00:00' };
	const name = 'Get locations of device';
	const locations = miradore(name, 'getLocations', credentialId, String(id), { filters });
	const workflow = inARow('Locations', [manualTrigger('Run')], [locations]);
	await editor.openWorkflow((await n8n.createWorkflow(workflow)).id);
	const panel = await editor.openNode(name);
	await panel.execute();
	await keepPanel('locations', editor, panel);
}

async function showWorkflow({ editor, n8n }: Stage, credentialId: string): Promise<void> {
	const filters = { onlineStatus: 'Inactive' };
	const everyNight = scheduleTrigger('Every night', { field: 'days', triggerAtHour: 22 });
	const nodes = [
		miradore('Get many devices', 'getAll', credentialId, '', { filters }),
		miradore('Lock device', 'lock', credentialId, '={{ $json.id }}'),
	];
	const workflow = inARow('Lock inactive devices', [everyNight], nodes);
	await editor.openWorkflow((await n8n.createWorkflow(workflow)).id);
	await editor.execute();
	await editor.notes.dismiss();
	const names = ['Every night', 'Get many devices', 'Lock device'];
	await keepPicture(
		'workflow',
		editor.page,
		names.map((name) => editor.node(name)),
		120,
	);
}

/** The parameters and the output, without the input. */
async function keepPanel(name: string, editor: Editor, { panel }: NodePanel): Promise<void> {
	await editor.notes.dismiss();
	const parts = ['tab-params', 'node-parameters', 'output-panel'];
	await keepPicture(
		name,
		editor.page,
		parts.map((part) => panel.getByTestId(part)),
	);
}

void main();
