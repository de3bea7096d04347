import type { IDataObject } from 'n8n-workflow';
import type { Run } from '../core/execute';
import type { SimulatedDevice } from '../simulator';
import { runBy, useFleet } from './deviceOperations';

const { simulation, fleet } = useFleet(300);

const oneByOne = { options: { maxParallelRequests: 1 } };
const lock = (serialNumbers: string[], parameters: IDataObject, settings: Run['settings'] = {}) =>
	runBy(
		{ operation: 'lock' },
		'serialNumber',
		serialNumbers,
		{ credential: simulation.credential, settings },
		parameters,
	);

describe('a failure', () => {
	it('names the device and what it was found by, also in what was sent before', async () => {
		const [one, other] = fleet;
		simulation.site.addFault({ path: `/Device/${other.id}/Lock`, status: 404 });
		const { error } = await lock([one.serialNumber, other.serialNumber], oneByOne);
		const name = ({ id, serialNumber }: SimulatedDevice) =>
			`Device ${id} (Serial Number ${serialNumber})`;
		expect(error?.message).toContain(`${name(other)}: Miradore did not find it`);
		expect(error?.description).toContain(`Sent to Miradore: ${name(one)}.`);
	});

	it('keeps both in the item where the node goes on', async () => {
		const [{ id, serialNumber }] = fleet;
		simulation.site.addFault({ path: `/Device/${id}/Lock`, status: 404 });
		const settings = { onError: 'continueRegularOutput' } as const;
		const { success } = await lock([serialNumber], {}, settings);
		expect(success[0].json.details).toEqual({
			deviceId: id,
			foundBy: { serialNumber },
			httpCode: 404,
		});
	});

	it('among hundreds of devices lists the IDs alone', async () => {
		simulation.site.addFault({ path: `/Device/${fleet[299].id}/Lock`, status: 404 });
		const { error } = await lock(
			fleet.map(({ serialNumber }) => serialNumber),
			oneByOne,
		);
		expect(error?.description).toContain('Sent to Miradore: Device 1, 4, 7, 10,');
		expect(String(error?.description).length).toBeLessThan(2500);
	});
});
