import type { IDataObject } from 'n8n-workflow';
import { resources } from '../../nodes/Miradore/resources';
import { expectDevice } from '../contract/device';
import { expectOthers } from '../contract/others';
import { execute } from '../core/execute';
import { useAgreeableSite } from '../faults/agreeableSite';
import { chooseKind, isValue, nothing } from './nothing';
import { fillParameters } from './fillParameters';
import { findPlaces, put, type Place } from './places';

const { simulation } = useAgreeableSite();

const each = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({
		name: `${resource.value} ${operation.value}`,
		names: { resource: resource.value, operation: operation.value },
		operation,
		known: {},
	})),
);

/** All operations, and once more those with parameters that stand in place of others. */
const operations = [
	...each,
	...each
		.filter(({ name }) => name === 'device getLocations')
		.map((one) => ({ ...one, known: { filters: { lastDays: 7 } } })),
	...each
		.filter(({ name }) => name === 'device update')
		.map((one) => ({ ...one, known: { updateFields: { clear: ['model'] } } })),
	...each
		.filter(({ operation }) => 'devices' in operation.fields)
		.map((one) => ({ ...one, known: { devices: 'filters' } })),
];

/** Parameters with which an operation does what it is for, and all its places. */
const prepare = ({ name, operation, known }: (typeof operations)[number]) => {
	const expected = { ...expectDevice(simulation.site), ...expectOthers(simulation.site) }[name];
	const parameters = fillParameters(operation.fields, {
		...expected[0].parameters,
		...known,
		// Else n8n drops the limit.
		returnAll: false,
	});
	return { parameters, places: findPlaces(operation.fields, parameters) };
};

const run = (parameters: IDataObject, items: IDataObject[], goesOn: boolean) =>
	execute({
		parameters,
		items,
		credential: simulation.credential,
		...(goesOn && { settings: { onError: 'continueRegularOutput' as const } }),
	});

/** Kinds of nothing that are none of the place's values. */
const kindsFor = (place: Place) =>
	Object.entries(nothing).filter(([kind]) => !isValue(place, kind));

/** Gives each item a kind of its own. */
const ofEachItem = (kinds: Array<[string, string]>) =>
	`={{ [${kinds.map(([, expression]) => `() => ${expression}`).join(', ')}][$itemIndex]() }}`;

let tried = 0;
afterAll(() => console.info(`${tried} parameters that an expression made nothing of`));

describe.each(operations)('$name', (one) => {
	const { names, operation } = one;

	it('sends its call where all is set', async () => {
		const { parameters } = prepare(one);
		const { error } = await run({ ...names, ...parameters }, [{}], false);
		expect(error).toBeUndefined();
		expect(simulation.site.requests.length).toBeGreaterThan(0);
	});

	it('sends nothing where an expression gives nothing, and says which', async () => {
		const { parameters, places } = prepare(one);
		for (const place of places) {
			const kinds = kindsFor(place);
			if (kinds.length === 0) continue;
			const [kind, expression] = chooseKind(kinds);
			const stopped = put(parameters, place.path, `={{ ${expression} }}`);
			const { error } = await run({ ...names, ...stopped }, [{}], false);
			const where = `${place.path.join('.')} with ${kind}`;
			const named = expect.stringContaining(`'${place.label}'`) as string;
			expect([where, error?.message ?? 'no error']).toEqual([where, named]);

			tried += kinds.length;
			const each = put(parameters, place.path, ofEachItem(kinds));
			const { success } = await run(
				{ ...names, ...each },
				kinds.map(() => ({})),
				true,
			);
			const told = success.map(({ json, pairedItem }) => [place.path, pairedItem, json.error]);
			expect(told).toEqual(kinds.map((_, item) => [place.path, { item }, named]));
			expect([where, simulation.site.requests]).toEqual([where, []]);
		}
	});

	it('sends for the other items alone where the node goes on', async () => {
		const { parameters, places } = prepare(one);
		if (operation.fields.deviceId === undefined) return;
		for (const place of places.filter(({ path }) => path[0] !== 'deviceId')) {
			if (isValue(place, 'undefined')) continue;
			simulation.site.clearRequests();
			const { path } = place;
			const good = path.reduce(
				(value, name) => (value as IDataObject)[name],
				parameters as unknown,
			);
			const changed = put(parameters, path, '={{ $json.value }}');
			const items = [{ value: good as IDataObject }, {}, {}];
			const { success } = await run({ ...names, ...changed }, items, true);
			const failed = success.filter(({ json }) => json.error);
			expect([path, failed.map(({ pairedItem }) => pairedItem)]).toEqual([
				path,
				[{ item: 1 }, { item: 2 }],
			]);
		}
	});

	it('refuses names that a collection does not know', async () => {
		const { parameters, places } = prepare(one);
		for (const { path, label } of places.filter(({ property }) => property.type === 'collection')) {
			const [name] = path;
			for (const unknown of ['Platform', 'dryrun', '__proto__x']) {
				const collection = { ...(parameters[name] as IDataObject), [unknown]: 'iOS' };
				for (const value of [collection, `={{ (${JSON.stringify(collection)}) }}`]) {
					const { error } = await run({ ...names, ...parameters, [name]: value }, [{}], false);
					expect(error?.message).toContain(`'${label}' has no '${unknown}'`);
					expect(simulation.site.requests).toEqual([]);
				}
			}
		}
	});

	it('leaves optional texts of a body out', async () => {
		const { parameters, places } = prepare(one);
		for (const place of places.filter((candidate) => isValue(candidate, 'undefined'))) {
			simulation.site.clearRequests();
			const changed = put(parameters, place.path, '={{ $json.nothing }}');
			const { error } = await run({ ...names, ...changed }, [{}], false);
			expect(error).toBeUndefined();
			const bodies = simulation.site.requests.map(({ body }) => body).join();
			expect(bodies).not.toContain(`"${place.property.name}"`);
		}
	});
});
