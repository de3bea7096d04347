import type { SavedWorkflow } from './client';
import { sharedN8n } from './sharedN8n';
import { waitUntil } from './waitUntil';
import { loopback } from './loopback';

/**
 * Fills in the form of a published workflow as a person does.
 *
 * @param values of the fields in their order
 * @returns the address of the page that n8n then leads to
 */
export async function submitForm({ nodes }: SavedWorkflow, values: string[]): Promise<string> {
	const trigger = nodes.find(({ type }) => type === 'n8n-nodes-base.formTrigger');
	const form = new FormData();
	for (const [index, value] of values.entries()) form.append(`field-${index}`, value);
	let next = '';
	// n8n 2 publishes in the background.
	await waitUntil(async () => {
		const address = `${sharedN8n().url}/form/${trigger?.webhookId}`;
		const { data, status } = await loopback.post<{ formWaitingUrl?: string }>(address, form);
		next = data.formWaitingUrl ?? '';
		return status === 200;
	}, 30);
	return next;
}

/** Waits for the page at the end of a form, as n8n's own page does, and gives its HTML. */
export async function readEnding(address: string): Promise<string> {
	const status = new URL(address);
	status.pathname += '/n8n-execution-status';
	await waitUntil(async () => {
		const { data } = await loopback.get<string>(status.href);
		return !['null', 'new', 'running', 'waiting'].includes(data);
	}, 30);
	const { data } = await loopback.get<string>(address);
	// By this the page tells n8n that it was shown.
	await loopback.post(address);
	return data;
}

/** The texts of an ending: what is between its elements. */
export function textsOf(ending: string): string {
	return ending.slice(ending.indexOf('<h1>'), ending.indexOf('</p>', ending.indexOf('<h1>')));
}

/** The text of the file that an ending has the browser keep. */
export function fileOf(ending: string): string {
	const [, encoded = ''] = /const binar(?:y|ies) = "([^"]*)"/.exec(ending) ?? [];
	const [{ data }] = [JSON.parse(decodeURIComponent(encoded)) as FormFile | FormFile[]].flat();
	// n8n's page knows both, too; that of n8n 1 only one file.
	return typeof data === 'string'
		? Buffer.from(data, 'latin1').toString('utf8')
		: Buffer.from(data.data).toString('utf8');
}

/** A file as n8n puts it into an ending. */
interface FormFile {
	data: string | { data: number[] };
}
