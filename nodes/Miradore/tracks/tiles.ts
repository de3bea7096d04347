import type { MapTiles } from './mapScript';

/** OpenStreetMap's own server. Its terms ask for the page's address, which a file doesn't have. */
const openStreetMap: MapTiles = {
	address: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png',
	attribution:
		'© <a href="https://www.openstreetmap.org/copyright" target="_blank" rel="noopener">OpenStreetMap</a> contributors',
	refusesFiles: true,
};

/** The tiles that a map loads from a server; OpenStreetMap's where none is named. */
export function tilesFrom(address: string | undefined): MapTiles {
	if (address === undefined) return openStreetMap;
	return { address, attribution: `Map from ${new URL(address).host}`, refusesFiles: false };
}
