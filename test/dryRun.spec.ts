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

const guarded = commands.filter(({ resource, operation }) =>
	resources.some(({ value, operations }) =>
		operations.some((one) => value === resource && one.value === operation && one.fields.onlyIf),
	),
);

describe.each(guarded)("'Dry Run' with 'Only If' of $resource: $operation", (names) => {
	const dryRun = async (onlyIf: object, ids = [1], onError?: 'continueRegularOutput') => {
		const { site } = simulation;
		const all = { ...expectDevice(site), ...expectOthers(site) };
		const [{ parameters }] = all[`${names.resource} ${names.operation}`];
		const options = { ...(parameters.options as object), dryRun: true };
		const deviceId = { __rl: true, mode: 'id', value: '={{ $json.id }}' };
		const { success, error } = await execute({
			parameters: { ...names, ...parameters, deviceId, onlyIf, options },
			items: ids.map((id) => ({ id })),
			credential: credentialOf(site),
			settings: { onError },
		});
		expect(site.requests.filter(({ api, method }) => api !== 'v1' || method !== 'GET')).toEqual([]);
		return { outcomes: success.map(({ json }) => json.outcome), success, error };
	};

	it('tells which devices the command would leave out', async () => {
		const { devices } = simulation.site.fleet;
		for (const [index, device] of devices.slice(0, 3).entries())
			Object.assign(device, { status: 'Active', platform: index === 1 ? 'macOS' : 'iOS' });
		const { outcomes, success } = await dryRun({ platform: 'iOS' }, [1, 2, 3]);
		expect(outcomes).toEqual(['dryRun', 'skipped', 'dryRun']);
		expect(success[1].json).toMatchObject({ success: false, deviceId: 2 });
		expect(success[1].json.reason).toContain('macOS');
		expect(simulation.site.requests).toHaveLength(1);
	});

	it('fails where that can not be found out', async () => {
		simulation.site.addFault({ path: '/API/Device', status: 401 });
		const { error } = await dryRun({ platform: 'iOS' });
		expect(error?.message).toContain('Miradore refused the API key (401)');
	});

	it('sends nothing then, either, where the node goes on', async () => {
		simulation.site.addFault({ path: '/API/Device', status: 401 });
		const { success } = await dryRun({ platform: 'iOS' }, [1, 2], 'continueRegularOutput');
		expect(success.map(({ json }) => json.error)).toEqual(
			Array(2).fill(expect.stringContaining('(401)')),
		);
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
