import { resources } from '../nodes/Miradore/resources';
import { expectDevice } from './contract/device';
import { expectOthers } from './contract/others';
import { execute } from './core/execute';
import { useSite } from './core/site';

const simulation = useSite();
const commands = resources.flatMap((resource) =>
	resource.operations
		.filter(({ effect }) => effect === 'command')
		.map(({ value }) => ({ resource: resource.value, operation: value })),
);

/** Runs a command as the contract's first example has it, for an item with fields of its own. */
async function run(names: (typeof commands)[number], options: object = {}) {
	const { site, credential } = simulation;
	const [{ parameters }] = { ...expectDevice(site), ...expectOthers(site) }[
		`${names.resource} ${names.operation}`
	];
	site.addFault({ path: /./, status: 200, body: '' });
	return await execute({
		parameters: {
			...names,
			...parameters,
			options: { ...(parameters.options as object), ...options },
		},
		items: [{ owner: 'Anna', outcome: 'of the input', error: 'of an earlier node' }],
		credential,
	});
}

describe.each(commands)('The item of $resource: $operation', (names) => {
	const isDelete = names.operation === 'delete';
	const sent = { success: true, outcome: 'sent', ...(isDelete && { deleted: true }) };

	it('says that it was sent, and has no field of the input', async () => {
		const { success, failed, error } = await run(names);
		expect([error, failed]).toEqual([undefined, []]);
		expect(success[0].json).toMatchObject(sent);
		expect(success[0].json).not.toHaveProperty('owner');
	});

	it("keeps the input's fields where they are wanted, and its own where both have one", async () => {
		const { success, failed } = await run(names, { includeInputFields: true });
		expect(failed).toEqual([]);
		expect(success[0].json).toMatchObject({ owner: 'Anna', ...sent });
		expect(success[0].json).not.toHaveProperty('error');
	});

	it("keeps the input's fields in a dry run", async () => {
		const { success } = await run(names, { includeInputFields: true, dryRun: true });
		expect(success[0].json).toMatchObject({ owner: 'Anna', success: false, outcome: 'dryRun' });
	});
});

describe("'Include Input Fields'", () => {
	const credential = () => simulation.credential;
	const items = [
		{ id: 1, owner: 'Anna' },
		{ id: 99_999, owner: 'Ben' },
		{ id: 1, owner: 'Cleo' },
	];
	const byExpression = { __rl: true, mode: 'id', value: '={{ $json.id }}' };
	const options = { includeInputFields: true };

	it('keeps those of each item, also where one command was for several; a failed item has its own', async () => {
		const { success, failed } = await execute({
			parameters: { operation: 'lock', deviceId: byExpression, options },
			settings: { onError: 'continueErrorOutput' },
			items,
			credential: credential(),
		});
		const done = { success: true, outcome: 'sent', deviceId: 1 };
		expect(success.map(({ json }) => json)).toEqual([
			{ id: 1, owner: 'Anna', ...done },
			{ id: 1, owner: 'Cleo', ...done },
		]);
		expect(failed[0].json).toMatchObject({ id: 99_999, owner: 'Ben' });
	});

	it('does not let an earlier command speak for this one', async () => {
		const earlier = { success: true, outcome: 'skipped', reason: 'old', confirmed: true };
		const { success } = await execute({
			parameters: { operation: 'lock', deviceId: byExpression, options },
			items: [{ ...earlier, deleted: true, id: 1, owner: 'Anna' }],
			credential: credential(),
		});
		expect(success[0].json).toEqual({
			...{ id: 1, owner: 'Anna' },
			...{ success: true, outcome: 'sent', deviceId: 1 },
		});
	});

	it('keeps them with each location, and in a file of one device', async () => {
		const read = async (outputFormat: string) => {
			const { success } = await execute({
				parameters: {
					operation: 'getLocations',
					deviceId: byExpression,
					options: { ...options, outputFormat },
				},
				items: items.slice(0, 1),
				credential: credential(),
			});
			return success.map(({ json }) => json);
		};
		const locations = await read('items');
		expect(locations.length).toBeGreaterThan(1);
		for (const json of locations) expect(json).toMatchObject({ owner: 'Anna', deviceId: 1 });
		expect(await read('kml')).toEqual([expect.objectContaining({ owner: 'Anna' })]);
	});
});
