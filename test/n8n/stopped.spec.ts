import { idsIn } from '../core/report';
import { credentialOf } from '../core/site';
import { startSimulator, type SimulatedSite } from '../simulator';
import { sharedClient, sharedLog } from './sharedN8n';
import { chosenVersion } from './version';
import { waitUntil } from './waitUntil';
import { inARow, listDevices, manualTrigger, miradore } from './workflows';

const trigger = 'Run';

describe('An execution that is stopped while devices are locked', () => {
	const n8n = sharedClient();
	let site: SimulatedSite;
	let credentialId: string;
	/** What requests wait for that are under way when the execution is stopped; and its end. */
	let held: Promise<void>;
	let letGo: () => void;

	beforeEach(async () => {
		site = await startSimulator();
		credentialId = await n8n.createCredential('Miradore', credentialOf(site));
		for (const device of site.fleet.devices) device.status = 'Active';
		held = new Promise((resolve) => (letGo = resolve));
	});

	afterEach(async () => {
		letGo();
		await site.stop();
	});

	/** Starts a workflow that locks all devices and then reads them; `settings` are the workflow's. */
	const start = async (settings = {}) => {
		const ids = site.fleet.devices.map(({ id }) => id);
		const options = { maxParallelRequests: 2 };
		const lock = miradore('Lock', 'lock', credentialId, '={{ $json.id }}', { options });
		const read = miradore('Read', 'getLocations', credentialId, '={{ $json.deviceId }}');
		const definition = inARow('Lock', [manualTrigger(trigger)], [...listDevices(ids), lock, read]);
		const workflow = { ...definition, settings: { ...definition.settings, ...settings } };
		return n8n.start(await n8n.createWorkflow(workflow), trigger);
	};

	/** What was told of the 24 devices: each once. */
	function expectAllTold(text: string): void {
		const told = [...text.matchAll(/Device ([\d–, ]+)/g)].flatMap(([, ids]) => idsIn(ids));
		expect(told.sort((a, b) => a - b)).toEqual(site.fleet.devices.map(({ id }) => id));
		expect(text).toMatch(
			/Sent to Miradore: Device.*Not known whether carried out: Device.*Not sent: Device/,
		);
	}

	const logged = (from: number) =>
		sharedLog()
			.slice(from)
			.split('\n')
			.filter((line) => line.includes("The execution was stopped in the node 'Lock'"));

	it.each([
		['by hand', {}],
		["by the workflow's time-out", { executionTimeout: 8 }],
	])('%s tells in its custom data and in the log who was sent', async (_, settings) => {
		site.addFault({ before: () => (site.requests.length > 2 ? held : undefined) });
		const logFrom = sharedLog().length;
		const id = await start(settings);
		await waitUntil(() => site.requests.length >= 4, 60);
		if (!('executionTimeout' in settings)) await n8n.stop(id);
		const { status, data } = await n8n.waitForExecution(id);
		expect(status).toBe('canceled');
		let customData = {};
		// n8n saves it a moment behind the status.
		await waitUntil(async () => {
			({ customData = {} } = await n8n.waitForExecution(id));
			return Object.keys(customData).length > 0;
		}, 20);
		expectAllTold(Object.values(customData).join(' '));
		const lines = logged(logFrom);
		expect(lines).toHaveLength(1);
		expectAllTold(lines[0]);

		const savesNode = chosenVersion().savesTimedOutNode && 'executionTimeout' in settings;
		const [lock] = data.resultData.runData.Lock ?? [];
		expect(lock?.error?.message ?? '').toContain(
			savesNode ? 'the execution was stopped first' : '',
		);
		expect(lock === undefined).toBe(!savesNode);
	});

	it('later tells nothing, for the node has given its items', async () => {
		site.addFault({ path: /Location/, before: () => held });
		const logFrom = sharedLog().length;
		const id = await start();
		await waitUntil(
			() => sharedLog().slice(logFrom).includes('Start executing node \\"Read\\"'),
			60,
		);
		expect(site.fleet.devices.every(({ lockedAt }) => lockedAt.length === 1)).toBe(true);
		await n8n.stop(id);
		const { customData = {} } = await n8n.waitForExecution(id);
		expect(customData).toEqual({});
		expect(logged(logFrom)).toEqual([]);
	});
});
