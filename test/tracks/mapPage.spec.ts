import { readFileSync } from 'node:fs';
import { DOMParser } from '@xmldom/xmldom';
import { drawScript } from '../../nodes/Miradore/tracks/mapScript';
import { toMapPage } from '../../nodes/Miradore/tracks/mapPage';
import { tilesFrom } from '../../nodes/Miradore/tracks/tiles';
import { toTrack } from '../../nodes/Miradore/tracks/track';
import { leafletFile, readLeaflet } from './leaflet';

const hostile = `Jyväskylä 📱</script><script>alert(1)</script><img src=x onerror="alert(2)">'"&`;
const elements = [
	{ timestamp: '2026-11-18T22:30:00Z', latitude: 60.1, longitude: 24.9, streetAddress: hostile },
	{ timestamp: '2026-11-18T09:00:00', latitude: 60.2, longitude: 24.8, accuracy: 40 },
];
const track = toTrack(12, hostile, elements);
const page = (tiles = tilesFrom(undefined) as Parameters<typeof toMapPage>[3]) =>
	toMapPage(hostile, [track], 'Europe/Helsinki', tiles);

it('The Leaflet in maps is that of the package leaflet, else run test/tracks/copyLeaflet.ts', () => {
	expect(JSON.parse(readFileSync(leafletFile, 'utf8'))).toEqual(readLeaflet());
});

describe('A map', () => {
	it('has no markup of a hostile name, title or address', () => {
		const html = page();
		const rest = html.replace(readLeaflet().script, '').replace(drawScript, '');
		expect(rest).not.toContain('alert(1)</script>');
		expect(rest).not.toContain('<img');
		expect(rest.match(/<script/g)).toHaveLength(3);
		expect(rest.match(/<\/script/g)).toHaveLength(3);
	});

	it('is ASCII, with Leaflet and its script, however the file is read', () => {
		expect(page()).toMatch(/^[\r\n\t\x20-\x7e]*$/);
		expect(page()).toContain('Jyv&#228;skyl&#228; &#128241;');
	});

	it('has its data as it is', () => {
		const [, json] = /id="data">(.*)<\/script>/.exec(page()) ?? [];
		const data = JSON.parse(json) as { tracks: Array<{ points: unknown[] }> };
		expect(data.tracks[0].points).toEqual([
			{
				latitude: 60.2,
				longitude: 24.8,
				accuracy: 40,
				lines: [hostile, '2026-11-18 09:00:00', 'accuracy 40 m'],
				isTimed: true,
			},
			{
				latitude: 60.1,
				longitude: 24.9,
				lines: [hostile, '2026-11-19 00:30:00', hostile],
				isTimed: true,
			},
		]);
	});

	it.each([
		['OpenStreetMap alone', tilesFrom(undefined), 'https://tile.openstreetmap.org data:'],
		[
			'the server that is named',
			tilesFrom('https://a.example/{z}/{x}/{y}'),
			'https://a.example data:',
		],
		['nobody without tiles', undefined, "'none'"],
	])('may ask %s', (_, tiles, images) => {
		const html = toMapPage('Title', [track], 'UTC', tiles);
		const [, policy] = /Content-Security-Policy" content="(.*?)"/.exec(html) ?? [];
		const decoded = new DOMParser().parseFromString(`<a b="${policy}"/>`, 'text/xml');
		const rules = String(decoded.documentElement?.getAttribute('b')).split('; ');
		expect(rules[0]).toBe("default-src 'none'");
		expect(rules).toContain(`img-src ${images}`);
		expect(rules[1]).toMatch(/^script-src 'sha256-[\w+/]{43}=' 'sha256-[\w+/]{43}='$/);
	});

	it('names OpenStreetMap as the source of its tiles', () => {
		expect(page()).toContain('openstreetmap.org/copyright');
	});
});
