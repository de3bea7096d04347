import { resources } from '../../nodes/Miradore/resources';
import { expectDevice } from '../contract/device';
import { expectOthers } from '../contract/others';
import { execute } from '../core/execute';
import { credentialOf, useSite } from '../core/site';

const simulation = useSite();
const guarded = resources.flatMap((resource) =>
	resource.operations
		.filter(({ effect, fields }) => effect === 'command' && fields.onlyIf)
		.map(({ value }) => ({ resource: resource.value, operation: value })),
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
