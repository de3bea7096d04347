import fc from 'fast-check';
import { resources } from '../../nodes/Miradore/resources';
import { expectDevice } from '../contract/device';
import { expectOthers } from '../contract/others';
import { execute, type Run } from '../core/execute';
import { cases } from '../core/random';
import { createContractReader, type ContractReader } from '../simulator/contract';
import { useAgreeableSite } from './agreeableSite';
import { isLookUp, judge } from './allowed';
import { droppedFilters, findsNothing, unmetConditions } from './conditions';
import { findFlaw, findFlaws } from './flaws';
import { batch, mutate, mutation } from './mutation';
import { labelsOf, templateOf } from './slots';

const { simulation, locate } = useAgreeableSite();
let readContract: ContractReader;
beforeAll(async () => {
	readContract = await createContractReader();
});

const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({
		name: `${resource.value} ${operation.value}`,
		names: { resource: resource.value, operation: operation.value },
		operation,
	})),
);
const expectations = () => ({ ...expectDevice(simulation.site), ...expectOthers(simulation.site) });

describe.each(operations)('$name with hostile parameters', ({ name, names, operation }) => {
	const labels = labelsOf(operation);

	it('sends its own call or nothing', async () => {
		const expected = expectations()[name];
		await fc.assert(
			fc.asyncProperty(batch, async ({ nested, mutations }) => {
				simulation.site.clearRequests();
				const template = templateOf(operation, expected[0].parameters, nested);
				// The first item has the settings that count for the run, so it is a good one.
				const all = [[], ...mutations].map((one) => ({
					values: mutate(template.slots, one, locate),
				}));
				const run: Run = {
					parameters: { ...names, ...template.parameters },
					items: all,
					credential: simulation.credential,
					settings: { onError: 'continueRegularOutput' },
				};
				const outcome = await execute(run);
				expect(outcome.error).toBeUndefined();
				const { success } = outcome;
				const origins = success.flatMap(({ pairedItem }) => pairedItem ?? []);
				const told = new Set(origins.map((origin) => (origin as { item: number }).item));
				const untold = all.filter((_one, index) => !told.has(index));
				expect(untold.filter(({ values }) => !findsNothing(template.slots, values))).toEqual([]);
				expect(origins).toHaveLength(all.length - untold.length);
				expect(success[0].json).not.toHaveProperty('error');
				expect(findFlaws(outcome, all, labels)).toEqual([]);

				const { requests } = simulation.site;
				expect(requests.flatMap((one) => judge(one, expected, readContract))).toEqual([]);
				const calls = requests.filter((one) => !isLookUp(one, expected));
				const sent = success
					.filter(
						({ json }) => !json.error && !['skipped', 'dryRun'].includes(json.outcome as string),
					)
					.map(({ pairedItem }) => all[([pairedItem].flat()[0] as { item: number }).item])
					.concat(untold)
					.map(({ values }) => values);
				// Items that ask for the same share one request; a read with other options is another one.
				expect(calls.length).toBeLessThanOrEqual(sent.length);
				expect(calls.length > 0).toBe(sent.length > 0);
				const texts = calls.map(({ method, url, body }) => `${method} ${url} ${body}`);
				if (operation.effect === 'command') expect(texts).toEqual([...new Set(texts)]);
				const { slots } = template;
				expect(sent.flatMap((values) => unmetConditions(slots, values))).toEqual([]);
				const dropped = sent.map((values) =>
					calls
						.map((call) => droppedFilters(slots, values, call, calls[0]))
						.reduce((least, one) => (one.length < least.length ? one : least)),
				);
				expect(dropped.flat()).toEqual([]);
			}),
			{ ...cases(5, 1), endOnFailure: true },
		);
	});

	it('stops with an error that names the item', async () => {
		const expected = expectations()[name];
		await fc.assert(
			fc.asyncProperty(mutation, async (mutated) => {
				const template = templateOf(operation, expected[0].parameters, true);
				const { error } = await execute({
					parameters: { ...names, ...template.parameters },
					items: [{ values: mutate(template.slots, mutated, locate) }],
					credential: simulation.credential,
				});
				if (!error) return;
				expect(error.name).toMatch(/^Node(Operation|Api)Error$/);
				expect(error.message).toMatch(/ \[item 0\]$/);
				expect(findFlaw(error.message, labels)).toBeUndefined();
			}),
			{ ...cases(5, 2), endOnFailure: true },
		);
	});
});
