import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { execute } from '../core/execute';
import { credentialOf } from '../core/site';
import { startSimulator, type SimulatedSite } from '../simulator';
import { findBreaches } from './soakChecks';
import { faults, fleetSize, operations, plan, slowness, timeout, type Plan } from './soakPlan';

/** What a soak did. */
interface Totals {
	runs: number;
	items: number;
	requests: number;
	/** How often each fault was laid for a device, by its name. */
	faults: Record<string, number>;
	/** Promises that were not kept, each with the run's seed and plan. */
	breaches: string[];
}

const nobodyListens = 'http://127.0.0.1:9';
const mostBreaches = 5;

/** Runs at the same time: they mostly wait. */
const lanes = 4;

/**
 * Runs the node again and again, each time with another random plan, and holds what it says against
 * what the site did. Ends early after some broken promises.
 *
 * @param milliseconds how long
 * @param seed the first run's; each further run has the next one
 */
export async function soak(milliseconds: number, seed: number): Promise<Totals> {
	const totals: Totals = { runs: 0, items: 0, requests: 0, faults: {}, breaches: [] };
	const end = Date.now() + milliseconds;
	let next = seed;
	const isOver = () => Date.now() >= end || totals.breaches.length >= mostBreaches;
	const soakOn = async () => {
		while (!isOver()) {
			// A new one each time: what a site carries out late is not to count for the next run.
			const site = await startSimulator({ size: fleetSize });
			await soakOnce(next++, site, totals).finally(() => site.stop());
		}
	};
	await Promise.all(Array.from({ length: lanes }, soakOn));
	return totals;
}

async function soakOnce(seed: number, site: SimulatedSite, totals: Totals): Promise<void> {
	const [chosen] = fc.sample(plan, { seed, numRuns: 1 });
	const breaches = await play(chosen, site, totals);
	totals.breaches.push(
		...breaches.map((breach) => `${breach} (seed ${seed}): ${JSON.stringify(chosen)}`),
	);
	totals.runs += 1;
	totals.items += chosen.ids.length;
	totals.requests += site.requests.length;
}

async function play(chosen: Plan, site: SimulatedSite, totals: Totals): Promise<string[]> {
	const { path, parameters } = operations[chosen.operation];
	site.maxConcurrent = chosen.maxConcurrent;
	const laid = chosen.faults.map((name, index) => {
		const isPresent = site.fleet.devices.some(
			({ id, status }) => id === index + 1 && status !== 'Deleted',
		);
		// A success for a device that the site refuses would be a lie of the test.
		if (!name || (faults[name].status === 200 && !isPresent)) return undefined;
		site.addFault({ path: `/Device/${index + 1}/${path}`, ...faults[name] });
		return chosen.ids.includes(index + 1) ? name : undefined;
	});
	const names = [...laid, chosen.isRefused ? 'connection refused' : undefined];
	for (const name of names) if (name) totals.faults[name] = (totals.faults[name] ?? 0) + 1;

	const { maxParallelRequests, maxRetries, onError, retryOnFail, siteNameIn } = chosen;
	const outcome = await execute({
		parameters: {
			operation: chosen.operation,
			deviceId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			...parameters,
			// On a busy machine, a refusal may come later than the time limit, and is then not known.
			options: { maxParallelRequests, maxRetries, timeout: chosen.isRefused ? 60_000 : timeout },
		},
		items: chosen.ids.map((id) => ({ id })),
		credential: credentialOf(site, {
			siteNameIn,
			...(chosen.isRefused && { baseUrl: nobodyListens }),
		}),
		settings: { onError, retryOnFail, maxTries: 2, waitBetweenTries: 1 },
	});
	// The site goes on with what the node has given up.
	if (laid.includes('delay beyond the time limit')) await wait(slowness);
	return findBreaches(chosen, outcome, site);
}
