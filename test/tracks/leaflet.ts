import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');

/** The copy of Leaflet that the node puts into maps: the node may not read files. */
export const leafletFile = path.join(root, 'nodes/Miradore/tracks/leaflet.json');

/** What that copy has to be: Leaflet as its package has it, without the address of its source map. */
export function readLeaflet(): { version: string; script: string; style: string } {
	const read = (file: string) =>
		readFileSync(path.join(root, 'node_modules/leaflet', file), 'utf8');
	const { version } = JSON.parse(read('package.json')) as { version: string };
	const script = read('dist/leaflet.js').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
	return { version, script, style: read('dist/leaflet.css') };
}
