import { setTimeout as sleep } from 'node:timers/promises';
import { advance, placeOf, readTimed, writeCursor } from '../../nodes/Miradore/locations/cursor';
import { newCursor } from '../../nodes/Miradore/trigger/deviceCursors';
import type { N8nClient } from '../n8n/client';
import { inARow, miradoreTrigger } from '../n8n/workflows';
import type { SimulatedSite } from '../simulator';
import type { Result } from './statistics';

interface PollOptions {
	devices: number;
	rounds: number;
}

const fixesEach = 30;
const secondsAtMost = 120;

/** Polls in n8n: the trigger is published, which makes it read all devices, and taken back again. */
export async function measurePoll(
	client: N8nClient,
	site: SimulatedSite,
	credentialId: string,
	{ devices, rounds }: PollOptions,
): Promise<Result> {
	const all = site.fleet.devices;
	site.fleet.devices = all.slice(0, devices);
	const result: Result = {
		name: `Poll, ${devices} devices`,
		times: [],
		lockedOnce: 0,
		refused: 0,
	};
	for (let round = 0; round < rounds; round++) {
		const node = miradoreTrigger('Moved', credentialId);
		const workflow = await client.createWorkflow(inARow('Poll', [], [node]));
		site.clearRequests();
		await client.publish(workflow);
		const reads = () => site.requests.filter(({ path }) => path.endsWith('/Location'));
		const deadline = Date.now() + secondsAtMost * 1000;
		while (reads().length < devices) {
			if (Date.now() > deadline) throw new Error(`No poll within ${secondsAtMost} seconds`);
			await sleep(100);
		}
		const [first] = site.requests;
		const last = reads()[devices - 1];
		result.times.push(Date.parse(last.at) + site.latency - Date.parse(first.at));
		console.log(`${result.name}: ${result.times.at(-1)} ms`);
		await client.deactivate(workflow);
		await sleep(1000);
	}
	site.fleet.devices = all;
	return result;
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
		cursors[id] = writeCursor({ ...advance(newCursor(now), timed), last: placeOf(timed) });
	}
	const bytesPerDevice = JSON.stringify(cursors).length / devices;
	const name = `State of ${devices} devices`;
	return { name, times: [], lockedOnce: 0, refused: 0, bytesPerDevice };
}
