import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { IDataObject, INode, INodeParameters, IPinData } from 'n8n-workflow';
import type { N8nClient } from './client';
import { failureOf, outputOf } from './executions';
import { projectFolder } from './folders';
import { chosenVersion } from './version';
import type { WorkflowDefinition } from './workflows';

const folder = path.join(projectFolder, 'examples');

/** The example in which a person is asked before a tool of an AI agent runs. */
export const reviewedAgent = 'agent-finds-and-locks-a-device.json';

/** The names of the files with examples for this n8n, such as `report-silent-devices.json`. */
export const exampleFiles = readdirSync(folder).filter(
	(file) => file.endsWith('.json') && (file !== reviewedAgent || chosenVersion().reviewsTools),
);

/** The credential for Miradore that all examples name, and that n8n finds by this name. */
export const exampleCredential = 'Miradore account';

/** An example as it is in its file. */
export function readExample(file: string): WorkflowDefinition {
	return JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as WorkflowDefinition;
}

/** One of n8n's nodes that read a file into items. */
export type Reader = Pick<INode, 'type' | 'typeVersion' | 'parameters'>;

/** Gives an item for each row of a spreadsheet. */
export const spreadsheetReader: Reader = {
	type: 'n8n-nodes-base.spreadsheetFile',
	typeVersion: 2,
	parameters: { operation: 'fromFile' },
};

/** Gives an item that is the JSON of a file. */
export const jsonReader: Reader = {
	type: 'n8n-nodes-base.moveBinaryData',
	typeVersion: 1.1,
	parameters: { mode: 'binaryToJson' },
};

/** How an example is run in a test. */
export interface ExampleRun {
	/**
	 * Outputs of one item that stand for those of nodes that can't run, such as triggers and mails, by
	 * node; the run starts at the first.
	 */
	pinned: Record<string, IDataObject>;
	/** The options of nodes in place of those in the file, by node. */
	options?: Record<string, INodeParameters>;
	/** Reads the file that the last node makes, in a further node named Read. */
	reader?: Reader;
	/** The ids of credentials by name, for an n8n that doesn't find them by name. */
	credentialIds?: Record<string, string>;
}

/**
 * Imports an example and runs it by hand to its end.
 *
 * @returns what each node gave: the JSON of its items
 * @throws Error with n8n's message when the run fails
 */
export async function runExample(
	n8n: N8nClient,
	file: string,
	run: ExampleRun,
): Promise<(node: string) => IDataObject[]> {
	const execution = await n8n.waitForExecution(await startExample(n8n, file, run));
	const failure = failureOf(execution);
	if (failure) throw new Error(`${file} failed: ${failure}`);
	return (node) => outputOf(execution, node).map(({ json }) => json);
}

/** Imports an example and starts it by hand; gives the id of the execution. */
export async function startExample(
	n8n: N8nClient,
	file: string,
	{ pinned, options = {}, reader, credentialIds = {} }: ExampleRun,
): Promise<string> {
	const example = readExample(file);
	for (const node of example.nodes) {
		// n8n refuses a run when a credential is missing, even that of a node that doesn't run.
		if (pinned[node.name]) delete node.credentials;
		for (const credential of Object.values(node.credentials ?? {})) {
			if (credential.name in credentialIds) credential.id = credentialIds[credential.name];
		}
		if (options[node.name]) node.parameters.options = options[node.name];
	}
	if (reader) append(example, reader);
	const pinData: IPinData = {};
	for (const [name, json] of Object.entries(pinned)) pinData[name] = [{ json }];
	const workflow = { ...example, pinData };
	return n8n.start(await n8n.createWorkflow(workflow), Object.keys(pinned)[0]);
}

function append({ nodes, connections }: WorkflowDefinition, reader: Reader): void {
	const last = nodes[nodes.length - 1];
	nodes.push({ ...last, id: 'read', name: 'Read', ...reader });
	connections[last.name] = { main: [[{ node: 'Read', type: 'main', index: 0 }]] };
}
