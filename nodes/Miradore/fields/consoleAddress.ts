import { UserError } from 'n8n-workflow';
import type { Site } from '../transport/site';
import { shorten } from '../values/entered';

/**
 * The device ID in the address of its page in the console. What these addresses look like isn't known
 * (miradore-api.md 1.1), so it is taken only from an address of the credential's own site that speaks of
 * a device and has one number.
 *
 * @returns the digits
 * @throws UserError for an address of elsewhere, without a number, or with several
 */
export function idInAddress(address: string, { origin, name }: Site): string {
	const refuse = (reason: string) =>
		new UserError(`'Device' by URL ${reason}: ${shorten(address)}`, {
			description:
				"Choose 'By ID' and enter the number that Miradore gave the device, for example 12",
		});
	const url = URL.canParse(address) ? new URL(address) : undefined;
	if (!url || !/^https?:$/.test(url.protocol)) throw refuse('is not an address');
	if (url.origin !== origin || url.username || url.password) {
		throw refuse(`is not an address of ${origin}, where the credential's site is`);
	}
	const [, site, ...rest] = url.pathname.split('/');
	if (decode(site) !== name) throw refuse(`is not an address of the credential's site ${name}`);
	const said = decode(`${rest.join('/')}${url.search}${url.hash}`) ?? '';
	if (!/device/i.test(said)) throw refuse("is not the address of a device's page");
	// A number within a word is none; one such as page=2 says itself that it is something else.
	const found = [...said.matchAll(/(?<![^/?&#;,])(?:([^/?&#;,=]+)=)?(\d+)(?![^/?&#;,])/g)];
	const numbers = new Set(found.map(([, , number]) => number));
	const isNamed = found.some(([, parameter]) => !parameter || /id$|device/i.test(parameter));
	if (numbers.size === 1 && isNamed) return [...numbers][0];
	throw refuse(
		numbers.size < 2
			? 'has no number that could be the device'
			: 'has several numbers that could be the device',
	);
}

function decode(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}
