import { UserError } from 'n8n-workflow';
import type { Site } from '../transport/site';
import { shorten } from '../values/entered';

/**
 * The device ID in the address of its page in the console. What these addresses look like isn't known
 * (miradore-api.md 1.1), so it is taken only from an address of the credential's own site that has one
 * number.
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
	// A number within a word, as in v2, is none.
	const numbers = new Set(said.match(/(?<![\p{L}\d])\d+(?![\p{L}\d])/gu));
	if (numbers.size === 1) return [...numbers][0];
	throw refuse(
		numbers.size === 0
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
