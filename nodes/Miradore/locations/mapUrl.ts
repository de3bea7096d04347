import type { Place } from './coordinates';

/** The address of a page that shows a place with a marker on OpenStreetMap. */
export function mapUrl(place: Place): string {
	const [latitude, longitude] = [place.latitude, place.longitude].map(toDegrees);
	const marker = new URLSearchParams({ mlat: latitude, mlon: longitude }).toString();
	return `https://www.openstreetmap.org/?${marker}#map=17/${latitude}/${longitude}`;
}

/** Six decimals are a tenth of a metre; numbers near zero would be written with an exponent. */
function toDegrees(degrees: number): string {
	return degrees.toFixed(6).replace(/\.?0+$/, '');
}
