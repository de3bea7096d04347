import Table from 'cli-table3';
import { triesAll } from '../core/random';
import { soak } from './soakRun';

/** Set by `npm run soak`; a few seconds and Jest's seed where they are not. */
const minutes = Number(process.env.MIRADORE_SOAK_MINUTES ?? (triesAll ? 0.15 : 0.05));
const seed = Number(process.env.MIRADORE_SOAK_SEED ?? jest.getSeed());
const isAsked = process.env.MIRADORE_SOAK_MINUTES !== undefined;

it(
	'keeps its promises run after run, whatever goes wrong',
	async () => {
		const { breaches, faults, ...counts } = await soak(minutes * 60_000, seed);
		if (isAsked) {
			const table = new Table({ head: ['Of', 'Number'], style: { head: [], border: [] } });
			table.push(...Object.entries({ ...counts, ...faults }));
			process.stdout.write(`\n${table.toString()}\nFirst seed: ${seed}\n`);
		}
		expect(breaches).toEqual([]);
		expect(counts.runs).toBeGreaterThan(0);
		expect(counts.requests).toBeGreaterThan(0);
	},
	(minutes + 2) * 60_000,
);
