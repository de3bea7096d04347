import type { N8nClient } from '../n8n/client';
import { exampleFiles, readExampleWith } from '../n8n/examples';
import type { Editor } from './editor';
import { keepPicture } from './pictures';

/** Wide enough for every example without making it smaller. */
const windowSize = { width: 1900, height: 1150 };
const margin = 50;
const buttons = '[data-test-id="execute-workflow-button"], [data-test-id="workflow-chat-button"]';

/** What the examples need beside the credential for Miradore; nothing is sent with these. */
const others = [
	{ type: 'smtp', data: { host: '127.0.0.1', port: 25, secure: false } },
	{ type: 'openAiApi', data: { apiKey: 'none' } },
	{ type: 'httpBearerAuth', data: { token: 'none' } },
];

/**
 * Keeps a picture of the canvas with each example, named after its file.
 *
 * @param miradoreApi the id of the credential for Miradore
 */
export async function showExamples(
	editor: Editor,
	n8n: N8nClient,
	miradoreApi: string,
): Promise<void> {
	const credentialIds: Record<string, string> = { miradoreApi };
	for (const { type, data } of others) {
		credentialIds[type] = await n8n.createCredential(type, data, type);
	}
	await editor.page.setViewportSize(windowSize);
	for (const file of exampleFiles) {
		const example = readExampleWith(file, credentialIds);
		await editor.openWorkflow((await n8n.createWorkflow(example)).id);
		// They would lie over tall ones.
		await editor.page.addStyleTag({ content: buttons + ' { visibility: hidden }' });
		await editor.fitCanvas();
		await editor.notes.dismiss();
		const boxes = await editor.page.locator('.vue-flow__node').all();
		await keepPicture(`example-${file.replace('.json', '')}`, editor.page, boxes, margin);
	}
}
