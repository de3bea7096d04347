import { setTimeout as sleep } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import { advance, placeOf, readTimed } from '../../nodes/Miradore/locations/cursor';
import { newCursor } from '../../nodes/Miradore/trigger/deviceCursors';
import { writeDevice } from '../../nodes/Miradore/trigger/fixState';
import { markOf } from '../../nodes/Miradore/trigger/marks';
import type { N8nClient, SavedWorkflow } from '../n8n/client';
import { inARow, miradoreTrigger } from '../n8n/workflows';
import type { SimulatedSite } from '../simulator';
import { watchMemory } from './memory';
import { pollNames, type Result } from './statistics';

interface PollOptions {
	devices: number;
	rounds: number;
	/** The process of n8n. */
	pid: number;
}

const fixesEach = 30;
const secondsAtMost = 300;
const quietMs = 3000;

/** Polls in n8n once a minute: at publishing, then with nothing and with little changed, and of all devices. */
export async function measurePolls(
	client: N8nClient,
	site: SimulatedSite,
	credentialId: string,
	{ devices, rounds, pid }: PollOptions,
): Promise<Result[]> {
	const fleet = site.fleet.devices.slice(0, devices);
	let reports = 0;
	const report = (each: number) => {
		reports += 1;
		for (const { id, fixes } of fleet) {
			if (id % each !== 0) continue;
			fixes.push({
				timestamp: new Date().toISOString(),
				latitude: 60 + reports / 1000,
				longitude: 24,
			});
		}
	};
	for (const device of fleet) device.fixes = [];
	report(5);

	const result = (name: string): Result => ({
		name,
		times: [],
		lockedOnce: 0,
		refused: 0,
		requests: 0,
		memory: 0,
	});
	const results = {
		publishing: result(pollNames.publishing),
		unchanged: result(pollNames.unchanged),
		changed: result(pollNames.changed),
		all: result(pollNames.all),
	};
	/** @param least how many devices the poll has to ask before it can be over */
	const measure = async (into: Result, least: number) => {
		site.clearRequests();
		const peak = watchMemory(pid);
		await pollEnds(site, least);
		const [first] = site.requests;
		const last = site.requests[site.requests.length - 1];
		into.times.push(Date.parse(last.at) + site.latency - Date.parse(first.at));
		into.requests = Math.max(into.requests ?? 0, site.requests.length);
		into.memory = Math.max(into.memory ?? 0, peak() ?? 0);
		console.log(`${into.name}: ${into.times.at(-1)} ms, ${site.requests.length} requests`);
	};
	const publish = async (options: IDataObject): Promise<SavedWorkflow> => {
		const node = miradoreTrigger('Moved', credentialId, { options } as never);
		const workflow = await client.createWorkflow(inARow('Poll', [], [node]));
		void client.publish(workflow);
		return workflow;
	};

	const workflow = await publish({});
	await measure(results.publishing, devices / 5);
	for (let round = 0; round < rounds; round++) {
		await measure(results.unchanged, 2);
		report(100);
		await measure(results.changed, devices / 100);
	}
	await client.deactivate(workflow);

	// The poll of this publishing asks all, as all later ones would.
	const asksAll = await publish({ askEveryHours: 0 });
	await measure(results.all, devices);
	await client.deactivate(asksAll);
	return Object.values(results);
}

/** Waits for the end of a poll: it has asked so many devices, and no request is under way for some seconds. */
async function pollEnds(site: SimulatedSite, least: number): Promise<void> {
	const deadline = Date.now() + secondsAtMost * 1000;
	const asked = () => site.requests.filter(({ path }) => path.endsWith('/Location')).length;
	let lastAt = Infinity;
	while (lastAt === Infinity || Date.now() - lastAt < quietMs || asked() < least) {
		if (Date.now() > deadline) throw new Error(`No poll has ended within ${secondsAtMost} seconds`);
		await sleep(100);
		const last = site.requests.at(-1);
		if (last) lastAt = site.inWork > 0 ? Date.now() : Date.parse(last.at) + site.latency;
	}
}

/**
 * How much the trigger keeps of a device that reports often, on average over many, in the events that
 * keep most: those about areas.
 */
export function measureState(devices: number): Result {
	const now = Date.now();
	const cursors: Record<string, string> = {};
	for (let id = 1; id <= devices; id++) {
		const fixes = Array.from({ length: fixesEach }, (_, index) => ({
			timestamp: new Date(now - index * 900_000).toISOString(),
			latitude: 60.123456 + id / 1000 + index / 100_000,
			longitude: 24.987654,
		}));
		const timed = readTimed(fixes);
		const cursor = { ...advance(newCursor(now), timed), last: placeOf(timed) };
		cursors[id] = writeDevice(cursor, markOf({ LastReported: id }).slice(-4));
	}
	const bytesPerDevice = JSON.stringify(cursors).length / devices;
	const name = `State of ${devices} devices`;
	return { name, times: [], lockedOnce: 0, refused: 0, bytesPerDevice };
}
