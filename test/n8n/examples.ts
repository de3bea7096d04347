import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { IDataObject, INode, INodeParameters, IPinData } from 'n8n-workflow';
import type { N8nClient, SavedWorkflow } from './client';
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

/**
 * The types of credentials that nodes of the examples take, by the types of the nodes. The examples
 * name none, for n8n's editor chooses one that is there.
 */
const credentialTypes: Record<string, string> = {
	'n8n-nodes-miradore.miradore': 'miradoreApi',
	'n8n-nodes-miradore.miradoreTool': 'miradoreApi',
	'n8n-nodes-miradore.miradoreTrigger': 'miradoreApi',
	'n8n-nodes-base.emailSend': 'smtp',
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': 'openAiApi',
	'@n8n/n8n-nodes-langchain.mcpTrigger': 'httpBearerAuth',
};

/** An example with credentials in all nodes that take one of these. */
export function readExampleWith(
	file: string,
	credentialIds: ExampleRun['credentialIds'],
): WorkflowDefinition {
	const example = readExample(file);
	change(example, { credentialIds });
	return example;
}

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

/** Gives an item with the text of a file as `data`. */
export const textReader: Reader = {
	type: 'n8n-nodes-base.moveBinaryData',
	typeVersion: 1.1,
	parameters: { mode: 'binaryToJson', setAllData: false },
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
	/** The ids of the credentials that nodes get, by type, such as `miradoreApi`. */
	credentialIds: Record<string, string>;
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
	{ pinned, reader, ...changes }: ExampleRun,
): Promise<string> {
	const example = readExample(file);
	change(example, changes);
	if (reader) append(example, reader);
	const pinData: IPinData = {};
	for (const [name, json] of Object.entries(pinned)) pinData[name] = [{ json }];
	const workflow = { ...example, pinData };
	return n8n.start(await n8n.createWorkflow(workflow), Object.keys(pinned)[0]);
}

/** Imports an example and publishes it, under addresses that no other has. */
export async function publishExample(
	n8n: N8nClient,
	file: string,
	changes: Omit<ExampleRun, 'pinned' | 'reader'>,
): Promise<SavedWorkflow> {
	const example = readExample(file);
	change(example, changes);
	for (const node of example.nodes) if (node.webhookId) node.webhookId = randomUUID();
	const workflow = await n8n.createWorkflow(example);
	await n8n.publish(workflow);
	return workflow;
}

function change(
	{ nodes }: WorkflowDefinition,
	{ options = {}, credentialIds }: Omit<ExampleRun, 'pinned' | 'reader'>,
): void {
	for (const node of nodes) {
		const type = credentialTypes[node.type];
		if (type in credentialIds)
			node.credentials = { [type]: { id: credentialIds[type], name: type } };
		if (options[node.name]) node.parameters.options = options[node.name];
	}
}

function append({ nodes, connections }: WorkflowDefinition, reader: Reader): void {
	const last = nodes[nodes.length - 1];
	nodes.push({ ...last, id: 'read', name: 'Read', ...reader });
	connections[last.name] = { main: [[{ node: 'Read', type: 'main', index: 0 }]] };
}
