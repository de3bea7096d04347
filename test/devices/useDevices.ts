import type { IDataObject } from 'n8n-workflow';
import { execute } from '../core/execute';
import { useSite } from '../core/site';
import type { V1Style } from '../simulator';

/** A site for the tests of a file, which writes its lists as usual before each, and ways to ask it. */
export function useDevices() {
	const simulation = useSite();
	let usualForm: V1Style;
	beforeAll(() => (usualForm = simulation.site.v1));
	beforeEach(() => (simulation.site.v1 = { ...usualForm }));

	const devices = () => simulation.site.fleet.devices;
	const run = (operation: string, parameters: IDataObject = {}) =>
		execute({
			parameters: { operation, ...parameters },
			credential: simulation.credential,
		});
	return {
		simulation,
		devices,
		/** The devices that are shown unless one asks for others. */
		shown: () => devices().filter(({ status }) => status !== 'Deleted'),
		run,
		getAll: (parameters: IDataObject = {}) => run('getAll', { returnAll: true, ...parameters }),
	};
}
