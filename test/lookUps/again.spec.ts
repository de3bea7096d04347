import type { IDataObject } from 'n8n-workflow';
import type { Run } from '../core/execute';
import { isLookUp, putFleet, runBy, useFleet, ways } from './deviceOperations';

const { simulation, fleet } = useFleet(300);

const lockBy = (
	mode: string,
	values: unknown[],
	parameters: IDataObject = {},
	changes: Partial<Run> = {},
) =>
	runBy(
		{ operation: 'lock' },
		mode,
		values,
		{ credential: simulation.credential, ...changes },
		parameters,
	);
const lookUps = () => simulation.site.requests.filter(isLookUp);
const locks = () => fleet.map(({ lockedAt }) => lockedAt.length);
const retries = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

describe("n8n's 'Retry On Fail'", () => {
	it.each(ways)('looks up no device again whose %s was found', async (mode) => {
		const [one, other] = fleet;
		simulation.site.addFault({ path: `/Device/${other.id}/Lock`, status: 404, times: 2 });
		simulation.site.addFault({
			path: `/Device/${one.id}/Lock`,
			// The value is another device's from now on.
			before: () => {
				const [mine, others] = [one[mode], fleet[2][mode]];
				Object.assign(one, { [mode]: others });
				Object.assign(fleet[2], { [mode]: mine });
				putFleet(simulation.site, fleet);
			},
		});
		const { error } = await lockBy(mode, [one[mode], other[mode]], {}, { settings: retries });
		expect(error).toBeUndefined();
		expect(lookUps()).toHaveLength(1);
		expect(locks().slice(0, 3)).toEqual([1, 1, 0]);
	});

	it('looks up what was not found, and nothing else', async () => {
		const values = [fleet[0].serialNumber, 'C02LATER'];
		simulation.site.addFault({
			path: '/API/Device',
			times: 2,
			before: () => lookUps().length > 1 && (fleet[1].serialNumber = 'C02LATER'),
		});
		const { error } = await lockBy('serialNumber', values, {}, { settings: retries });
		expect(error).toBeUndefined();
		expect(lookUps().map(({ query }) => query.filters)).toEqual([
			`InvDevice.SerialNumber eq ${values[0]} or InvDevice.SerialNumber eq C02LATER`,
			'InvDevice.SerialNumber eq C02LATER',
		]);
		expect(locks().slice(0, 2)).toEqual([1, 1]);
	});
});

it('a loop looks devices up in each round, for they may have changed', async () => {
	await lockBy('serialNumber', [fleet[0].serialNumber], {}, { rounds: 3 });
	expect(lookUps()).toHaveLength(3);
});

it("'Dry Run' shows the request with the ID, and what the device was found by", async () => {
	const [, { id, serialNumber }] = fleet;
	const { success } = await lockBy('serialNumber', [serialNumber], { options: { dryRun: true } });
	expect(success.map(({ json }) => json)).toEqual([
		{
			success: false,
			outcome: 'dryRun',
			deviceId: id,
			foundBy: { serialNumber },
			method: 'POST',
			url: `${simulation.site.baseUrl}/api/v2/Device/${id}/Lock`,
		},
	]);
	expect(locks()[1]).toBe(0);
});

it("'Maximum Devices' counts the devices that were found", async () => {
	const values = [
		fleet[0].serialNumber,
		fleet[0].serialNumber.toLowerCase(),
		fleet[1].serialNumber,
	];
	const { error } = await lockBy('serialNumber', values, { options: { maximumDevices: 1 } });
	expect(error?.message).toContain("This run is about 2 devices, and 'Maximum Devices' is 1");
	expect(locks().slice(0, 2)).toEqual([0, 0]);
});

it('values that do not go together are refused before anything is looked up', async () => {
	const { error } = await runBy(
		{ operation: 'update' },
		'serialNumber',
		[fleet[0].serialNumber],
		{ credential: simulation.credential },
		{ updateFields: {} },
	);
	expect(error?.message).toContain('Nothing is set, so there is nothing to send');
	expect(simulation.site.requests).toEqual([]);
});
