import type { IDataObject } from 'n8n-workflow';
import { execute, type Run } from '../core/execute';
import { useSite } from '../core/site';
import { linkTo } from '../tracks/links';

/** What Miradore has of device 1. */
export const fixes = [
	{ timestamp: '2026-11-18T09:00:00Z', latitude: '60.1', longitude: '24.9', accuracy: 40 },
	{
		accuracy: 8,
		longitude: 24.8,
		latitude: 60.2,
		timestamp: '2026-11-18T12:00:00Z',
		source: 'gps',
	},
	{ timestamp: '2026-11-17T23:00:00Z', latitude: 60.3, longitude: 24.7 },
];

/** The same as items, the oldest first. */
export const simplified = [
	{ deviceId: 1, timestamp: '2026-11-17T23:00:00Z', latitude: 60.3, longitude: 24.7 },
	{ deviceId: 1, timestamp: '2026-11-18T09:00:00Z', latitude: 60.1, longitude: 24.9, accuracy: 40 },
	{ deviceId: 1, timestamp: '2026-11-18T12:00:00Z', latitude: 60.2, longitude: 24.8, accuracy: 8 },
].map((fix) => ({ ...fix, mapUrl: linkTo(fix) }));

/** A site for the tests of a file whose device 1 has these locations, 2 none and 3 one of them. */
export function useLocations() {
	const simulation = useSite();
	beforeEach(() => {
		const answers: Record<number, unknown[]> = { 1: fixes, 2: [], 3: [fixes[2]] };
		for (const device of simulation.site.fleet.devices) {
			device.status = 'Active';
			device.fixes = (answers[device.id] ?? []) as typeof device.fixes;
		}
	});
	return {
		simulation,
		/** Runs Get Locations for the device of each input item. */
		getLocations: (ids: number[], parameters: IDataObject = {}, settings: Partial<Run> = {}) =>
			execute({
				parameters: {
					operation: 'getLocations',
					deviceId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
					...parameters,
				},
				items: ids.map((id) => ({ id, day: '2026-11-18' })),
				credential: simulation.credential,
				...settings,
			}),
	};
}
