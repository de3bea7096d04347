import { writeMap } from './startMap';
import { reportLocations, reportRun } from './startReport';
import { readStartSettings, type StartSettings } from './startSettings';
import { runStartSteps, type CleanUp, type StartResult } from './startSteps';

/** The exit code that shells give a program ended by Ctrl-C. */
const interruptedCode = 130;

/** Resolves as soon as somebody wants this process to end. */
const interruption = new Promise<'interrupted'>((resolve) => {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => resolve('interrupted'));
	}
});

/** Runs the example and gives the exit code; what it started is in `cleanUps`. */
async function start(settings: StartSettings, cleanUps: CleanUp[]): Promise<number> {
	if (settings.help) {
		console.log(settings.help);
		return 0;
	}
	const result = await Promise.race([runStartSteps(settings, cleanUps), interruption]);
	if (result === 'interrupted') return interruptedCode;
	console.log(describe(result));
	if (!settings.once) await stay(result);
	return 0;
}

function describe({ execution, site }: StartResult): string {
	return site ? reportRun(execution, site) : reportLocations(execution);
}

/** What somebody who sees the package for the first time may do next. */
const nextSteps = [
	"Open the workflow and click 'Execute workflow' to see what each node gives.",
	"Choose another operation in the node 'Get Locations', such as 'Get', and find a device by its name.",
	"Add 'Miradore Trigger', choose 'Location Reported' and fetch a test event.",
];

async function stay({ url, workflowUrl, owner, execution, folder }: StartResult): Promise<void> {
	const map = writeMap(execution, folder);
	console.log(
		[
			'',
			`The editor:   ${url}`,
			`The workflow: ${workflowUrl}`,
			...(map ? [`The map:      ${map}`] : []),
			`E-mail:       ${owner.email}`,
			`Password:     ${owner.password}`,
			'',
			'What to try next:',
			...nextSteps.map((step, index) => `${index + 1}. ${step}`),
			'',
			'Ctrl-C ends n8n and removes what it saved.',
		].join('\n'),
	);
	await interruption;
	console.log('\nEnding n8n…');
}

async function main(): Promise<number> {
	const cleanUps: CleanUp[] = [];
	try {
		return await start(readStartSettings(process.argv.slice(2), process.env), cleanUps);
	} catch (error) {
		console.error(`\n${error instanceof Error ? error.message : String(error)}`);
		return 1;
	} finally {
		for (const cleanUp of cleanUps.reverse()) await cleanUp();
	}
}

void main().then((code) => process.exit(code));
