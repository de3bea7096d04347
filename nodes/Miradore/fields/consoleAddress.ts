import { UserError } from 'n8n-workflow';
import type { Site } from '../transport/site';
import { shorten } from '../values/entered';

/** Why no number of an address is taken. */
const reasons = {
	noAddress: 'is not an address',
	noDevice: "is not the address of a device's page",
	noNumber: 'has no number that could be the device',
	severalNumbers: 'has several numbers that could be the device',
};

/**
 * The device ID in the address of its page in the console. What these addresses look like isn't known
 * (miradore-api.md 1.1), so it is taken only from an address of the credential's own site in which it
 * stands right behind `Device`, or as the `id` of a page of that name, and which has no other number.
 *
 * @returns the digits
 * @throws UserError for an address of elsewhere, without such a number, or with several
 */
export function idInAddress(address: string, { origin, name }: Site): string {
	const refuse = (reason: string) =>
		new UserError(`'Device' by URL ${reason}: ${shorten(address)}`, {
			description:
				"Choose 'By ID' and enter the number that Miradore gave the device, for example 12",
		});
	const url = URL.canParse(address) ? new URL(address) : undefined;
	if (!url || !/^https?:$/.test(url.protocol)) throw refuse(reasons.noAddress);
	if (url.origin !== origin || url.username || url.password) {
		throw refuse(`is not an address of ${origin}, where the credential's site is`);
	}
	const [, site, ...rest] = url.pathname.split('/');
	if (decode(site) !== name) throw refuse(`is not an address of the credential's site ${name}`);
	const said = decode(`/${rest.join('/')}${url.search}${url.hash}`);
	if (said === undefined || isRewritten(address)) throw refuse(reasons.noDevice);
	const found = findId(said);
	if (found in reasons) throw refuse(reasons[found as keyof typeof reasons]);
	return found;
}

/** Behind a part of the path, or as a parameter of the page. */
const places = [
	/[/#]devices?\/(\d+)(?![^/?#])/gi,
	/[/#]devices?(?:\.\w+)?\/?\?(?:[^?#]*&)?(?:device)?id=(\d+)(?![^&#])/gi,
];

function findId(said: string): string {
	if (!/device/i.test(said)) return 'noDevice';
	const numbers = new Set(said.match(/(?<!\p{L}|\p{N})\p{N}+(?!\p{L}|\p{N})/gu));
	if (numbers.size > 1) return 'severalNumbers';
	const ids = places.flatMap((place) => [...said.matchAll(place)].map(([, id]) => id));
	return ids[0] ?? 'noNumber';
}

/** Whether reading an address leaves parts of it out: spaces, and what `..` goes back over. */
function isRewritten(address: string): boolean {
	const text = decode(address);
	return text === undefined || /[\s\p{Cc}\\]|\/\.{1,2}(?![^/?#])/u.test(text);
}

const mostLayers = 5;

/** A text without its percent-encoding, which may be encoded itself; undefined where it is none. */
function decode(text: string, layers = mostLayers): string | undefined {
	try {
		const decoded = decodeURIComponent(text);
		if (decoded === text) return text;
		return layers === 0 ? undefined : decode(decoded, layers - 1);
	} catch {
		return undefined;
	}
}
