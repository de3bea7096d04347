import { randomBytes } from 'node:crypto';
import { Listr, PRESET_TIMER } from 'listr2';
import { explainAnswer } from '../../nodes/Miradore/transport/explain';
import { createAsk } from '../live/ask';
import { startSimulator, type SimulatedSite } from '../simulator';
import { N8nClient, type CredentialData, type Owner } from './client';
import { failureOf, type Execution } from './executions';
import { exampleNodes, exampleWorkflow, readOnlyWorkflow } from './exampleWorkflow';
import { installN8n, isN8nInstalled } from './install';
import { packProject } from './pack';
import { startN8n } from './server';
import type { StartSettings } from './startSettings';
import { chosenVersion } from './version';

/** What the steps leave behind, once they are done. */
export interface StartResult {
	/** The editor's address. */
	url: string;
	/** The example workflow's page in it. */
	workflowUrl: string;
	owner: Owner;
	/** n8n's folder, which goes when it ends. */
	folder: string;
	execution: Execution;
	/** The simulated site, where one was started. */
	site?: SimulatedSite;
}

/** Undoes a step: what was started is stopped, what was made is removed. */
export type CleanUp = () => Promise<void>;

interface Context extends StartResult {
	tarball: string;
	credential: CredentialData;
}

/**
 * Brings up n8n with this package and a site, and runs the example workflow once; shows progress.
 *
 * @param settings without a real site in them, a simulated site is started
 * @param cleanUps gets what is to be called in the end, also when a step fails
 * @throws Error when a step or the workflow fails.
 */
export function runStartSteps(
	{ realSite, ...styles }: StartSettings,
	cleanUps: CleanUp[],
): Promise<StartResult> {
	const steps = new Listr<Context>(
		[
			{
				title: 'Ask the Miradore site',
				enabled: () => realSite !== undefined,
				task: () => ask(realSite as CredentialData),
			},
			{
				title: `Install n8n (${chosenVersion().cost})`,
				skip: () => isN8nInstalled() && 'n8n is installed',
				task: (_, step) => installN8n((line) => (step.output = line)),
			},
			{
				title: 'Build and pack this package',
				task: async (context) => {
					const packed = await packProject();
					cleanUps.push(packed.remove);
					context.tarball = packed.tarball;
				},
			},
			{
				title: 'Start a simulated Miradore site',
				enabled: () => !realSite,
				task: (context) => startSite(context, styles, cleanUps),
			},
			{
				title: 'Start n8n with the package in it (up to a minute)',
				task: async (context) => {
					const n8n = await startN8n(context.tarball);
					cleanUps.push(n8n.stop);
					context.url = n8n.url;
					context.folder = n8n.userFolder;
				},
			},
			{ title: 'Run the example workflow', task: runExample },
		],
		{
			// Ctrl-C is handled by the program, which has to clean up; it also reports the failure.
			registerSignalListeners: false,
			rendererOptions: { showErrorMessage: false, timer: PRESET_TIMER },
			// Where the output is no terminal.
			fallbackRendererOptions: { timer: PRESET_TIMER },
		},
	);
	return steps.run({ credential: realSite } as Context);

	async function runExample(context: Context): Promise<void> {
		const n8n = new N8nClient(context.url);
		context.owner = newOwner();
		await n8n.setUpOwner(context.owner);
		const credentialId = await n8n.createCredential('Miradore', context.credential);
		const make = realSite ? readOnlyWorkflow : exampleWorkflow;
		const workflow = await n8n.createWorkflow(make(credentialId));
		context.workflowUrl = `${context.url}/workflow/${workflow.id}`;
		context.execution = await n8n.run(workflow, exampleNodes.trigger);
		if (context.execution.status !== 'success') throw new Error(failureOf(context.execution));
	}
}

/**
 * Before anything is installed or started, which takes its time.
 *
 * @throws Error when the site doesn't take the key, in the words of the node.
 */
async function ask({ siteName, apiKey, baseUrl }: CredentialData): Promise<void> {
	const target = { siteName, apiKey, baseUrl: baseUrl.replace(/\/+$/, '') };
	// What the test of the credential asks for.
	const question = { api: 'v2', path: '/CustomAttribute' } as const;
	const { status, json, text } = await createAsk(target)(question);
	const failure = explainAnswer({ status, body: json ?? text }, true);
	if (failure) throw new Error(`${failure.message}\n${failure.description}`);
}

async function startSite(
	context: Context,
	{ locationShape, listStyle }: Omit<StartSettings, 'realSite'>,
	cleanUps: CleanUp[],
): Promise<void> {
	// Locations up to now, for the workflow asks for those of the last days.
	const site = await startSimulator({ now: new Date(), locationShape, listStyle });
	cleanUps.push(() => site.stop());
	const { siteName, apiKey, baseUrl } = site;
	context.site = site;
	context.credential = { siteName, apiKey, baseUrl, siteNameIn: 'header' };
}

/** Somebody to sign in as; n8n wants a digit and an upper-case letter in the password. */
function newOwner(): Owner {
	return { email: 'owner@n8n.example', password: `N8n-${randomBytes(9).toString('base64url')}` };
}
