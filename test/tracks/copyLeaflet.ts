// Writes nodes/Miradore/tracks/leaflet.json anew from the package leaflet: `npx tsx test/tracks/copyLeaflet.ts`.
import { writeFileSync } from 'node:fs';
import { leafletFile, readLeaflet } from './leaflet';

writeFileSync(leafletFile, `${JSON.stringify(readLeaflet())}\n`);
