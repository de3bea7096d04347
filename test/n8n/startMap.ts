import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { toFileItem } from '../../nodes/Miradore/tracks/file';
import { tilesFrom } from '../../nodes/Miradore/tracks/tiles';
import { exampleNodes, exampleTimezone } from './exampleWorkflow';
import { namesIn, outputOf, type Execution } from './executions';

/**
 * Writes the map that Get Locations would make of a run's locations.
 *
 * @returns the file's address for a browser; undefined where the run found no locations
 */
export function writeMap(execution: Execution, folder: string): string | undefined {
	const names = namesIn(execution, exampleNodes.devices);
	const byDevice = new Map<number, unknown[]>();
	for (const { json } of outputOf(execution, exampleNodes.locate)) {
		const id = Number(json.deviceId);
		byDevice.set(id, [...(byDevice.get(id) ?? []), json]);
	}
	const devices = [...byDevice].map(([deviceId, elements]) => ({
		deviceId,
		deviceName: names.get(deviceId),
		elements,
		simplify: true,
	}));
	const settings = {
		format: 'mapHtml',
		timeZone: exampleTimezone,
		tiles: tilesFrom(undefined),
	} as const;
	const file = toFileItem(devices, settings)?.file;
	if (!file) return undefined;
	const written = path.join(folder, 'map.html');
	writeFileSync(written, file.text);
	return pathToFileURL(written).href;
}
