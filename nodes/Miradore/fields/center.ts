import { UserError } from 'n8n-workflow';
import type { Place } from '../locations/coordinates';
import { readText, shorten } from '../values/entered';
import { readDecimal } from '../values/number';

/** A number of degrees. */
const number = String.raw`[+-]?\d{1,3}(?:\.\d+)?`;
const pair = String.raw`(${number})(?:,|%2C)\s*\+?(${number})`;

/** Where the links of maps have a place, the marked one before the one in the middle of the screen. */
const places = [
	// OpenStreetMap.
	new RegExp(String.raw`[?&]mlat=(${number})&mlon=(${number})`),
	// Google: a place, a search, a route.
	new RegExp(String.raw`!3d(${number})!4d(${number})`),
	new RegExp(String.raw`[?&](?:q|query|destination|ll|sll|coordinate|center)=(?:loc:)?${pair}`),
	new RegExp(String.raw`/maps/(?:search|place)/${pair}`),
	// Bing and geo: addresses.
	new RegExp(String.raw`[?&]cp=(${number})~(${number})`),
	new RegExp(String.raw`^geo:${pair}`),
	// The middle of the screen: Google, then OpenStreetMap.
	new RegExp(String.raw`/@${pair}`),
	new RegExp(String.raw`#map=[\d.]+/(${number})/(${number})`),
];

const degreeSigns = '[°º]';

/** Forms of two numbers: with decimal points, or decimal commas where something else is between them. */
const pairs = [
	new RegExp(
		String.raw`^(${number})\s*${degreeSigns}?\s*([NS])?\s*[,;\s]\s*(${number})\s*${degreeSigns}?\s*([EW])?$`,
		'i',
	),
	/^([+-]?\d{1,3},\d+)\s*[°º]?\s*([NS])?\s*(?:;|,?\s)\s*([+-]?\d{1,3},\d+)\s*[°º]?\s*([EW])?$/i,
];

/** Degrees, minutes and seconds with the direction behind them, as `60°10'11.6"N 24°56'18.2"E`. */
const sexagesimal =
	/^(\d{1,2})[°º]\s*(\d{1,2})['′’]\s*(\d{1,2}(?:\.\d+)?)["″”]\s*([NS])[,;\s]*(\d{1,3})[°º]\s*(\d{1,2})['′’]\s*(\d{1,2}(?:\.\d+)?)["″”]\s*([EW])$/i;

/**
 * Reads a place as maps let people copy it: `60.1699, 24.9384`, also with degree signs and directions or
 * in degrees, minutes and seconds, or a link to a map. The latitude comes first.
 *
 * @param label what the value is called on the screen
 * @throws UserError for anything else, and for 0, 0, which stands for no place
 */
export function readCenter(label: string, value: unknown): Place {
	const entered = readText(value);
	const place = readLink(entered) ?? readPair(entered) ?? readSexagesimal(entered);
	if (!place) {
		throw new UserError(`${label} is not a place: ${shorten(entered)}`, {
			description: isLink(entered)
				? 'This link has no coordinates in it. Open it, and copy them or the address of the page that comes.'
				: 'Enter the latitude and the longitude in degrees, such as 60.1699, 24.9384, or paste the link of a map',
		});
	}
	if (Math.abs(place.latitude) > 90 || Math.abs(place.longitude) > 180) {
		throw new UserError(`${label} is not on the map: ${shorten(entered)}`, {
			description:
				'The latitude comes first and is from -90 to 90; the longitude is from -180 to 180.',
		});
	}
	if (place.latitude !== 0 || place.longitude !== 0) return place;
	throw new UserError(`${label} is 0, 0, which is in the sea off Africa`, {
		description: 'Enter the latitude and the longitude in degrees, such as 60.1699, 24.9384',
	});
}

function isLink(text: string): boolean {
	return /^(?:https?|geo):/i.test(text);
}

function readLink(text: string): Place | undefined {
	if (!isLink(text)) return undefined;
	for (const pattern of places) {
		const [, latitude, longitude] = pattern.exec(text) ?? [];
		if (latitude) return { latitude: Number(latitude), longitude: Number(longitude) };
	}
	return undefined;
}

function readPair(text: string): Place | undefined {
	// `60,169` may be one number with a decimal comma.
	if (/^[+-]?\d+,\d+$/.test(text)) return undefined;
	for (const pattern of pairs) {
		const found = pattern.exec(text);
		if (!found) continue;
		const [, north, south, east, west] = found as Array<string | undefined>;
		return {
			latitude: toDegrees(north, south),
			longitude: toDegrees(east, west),
		};
	}
	return undefined;
}

function toDegrees(number = '', direction = ''): number {
	const sign = /[SW]/i.test(direction) ? -1 : 1;
	return sign * readDecimal(number);
}

function readSexagesimal(text: string): Place | undefined {
	const [, ...parts] = sexagesimal.exec(text) ?? [];
	if (parts.length === 0) return undefined;
	const read = ([degrees, minutes, seconds, direction]: string[]) =>
		toDegrees(String(Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600), direction);
	return { latitude: read(parts.slice(0, 4)), longitude: read(parts.slice(4)) };
}
