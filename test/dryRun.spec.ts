import { resources } from '../nodes/Miradore/resources';
import { expectDevice } from './contract/device';
import { expectOthers } from './contract/others';
import { execute } from './core/execute';
import { credentialOf, spellings, useSite } from './core/site';

const simulation = useSite();
const commands = resources.flatMap((resource) =>
	resource.operations
		.filter(({ effect }) => effect === 'command')
		.map(({ value }) => ({ resource: resource.value, operation: value })),
);

describe.each(commands)("'Dry Run' of $resource: $operation", (names) => {
	it('shows the request and sends nothing', async () => {
		const { site } = simulation;
		const all = { ...expectDevice(site), ...expectOthers(site) };
		for (const { parameters, body } of all[`${names.resource} ${names.operation}`]) {
			const options = { ...(parameters.options as object), dryRun: true };
			const { error, saved, success } = await execute({
				parameters: { ...names, ...parameters, options },
				credential: credentialOf(site),
			});
			expect(error).toBeUndefined();
			expect(success).toHaveLength(1);
			const { json } = success[0];
			expect(json).toMatchObject({
				success: false,
				outcome: 'dryRun',
				method: expect.stringMatching(/^(POST|PUT|PATCH|DELETE)$/) as string,
				url: expect.stringContaining(`${site.baseUrl}/`) as string,
			});
			expect(json.body).toEqual(body);
			if (parameters.deviceId) expect(json.deviceId).toBeGreaterThan(0);
			for (const spelling of spellings(site.apiKey)) expect(saved).not.toContain(spelling);
			expect(site.requests).toEqual([]);
		}
	});
});

const confirmed = commands.filter(({ resource, operation }) =>
	resources.some(({ value, operations }) =>
		operations.some((one) => value === resource && one.value === operation && one.fields.confirm),
	),
);

describe.each(confirmed)("'Dry Run' of $resource: $operation, unconfirmed", (names) => {
	it.each([true, false])('is shown, and nothing is sent without it: %p', async (dryRun) => {
		const { site } = simulation;
		const all = { ...expectDevice(site), ...expectOthers(site) };
		const [{ parameters }] = all[`${names.resource} ${names.operation}`];
		const options = { ...(parameters.options as object), dryRun };
		const { success, error } = await execute({
			parameters: { ...names, ...parameters, confirm: false, options },
			credential: credentialOf(site),
		});
		expect(site.requests).toEqual([]);
		expect(success.map(({ json }) => json.outcome)).toEqual(dryRun ? ['dryRun'] : []);
		expect(error?.message).toBe(
			dryRun ? undefined : "'Confirm: Can't Be Undone' is off, so nothing was sent [item 0]",
		);
	});
});

describe("'Dry Run'", () => {
	const lock = { operation: 'lock', deviceId: { __rl: true, mode: 'id', value: '1' } };

	it.each(['true', true])('is on for %p, as an AI agent may write it', async (dryRun) => {
		await execute({
			parameters: { ...lock, options: { dryRun } },
			credential: simulation.credential,
		});
		expect(simulation.site.requests).toEqual([]);
	});

	it('refuses anything that is neither on nor off, and sends nothing', async () => {
		const { error } = await execute({
			parameters: { ...lock, options: { dryRun: 'yes' } },
			credential: simulation.credential,
		});
		expect(error?.message).toBe("'Dry Run' is neither true nor false [item 0]");
		expect(simulation.site.requests).toEqual([]);
	});

	it('is told from commands that were sent, where a run stops', async () => {
		const { error } = await execute({
			parameters: {
				...lock,
				deviceId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
				options: { dryRun: '={{ $json.dry }}', maxParallelRequests: 1 },
			},
			items: [
				{ id: 1, dry: true },
				{ id: 2, dry: false },
				{ id: 99_999, dry: false },
			],
			credential: simulation.credential,
		});
		expect(error?.description).toContain('Sent to Miradore: Device 2.');
		expect(error?.description).toContain('Not sent: Device 1.');
	});
});
