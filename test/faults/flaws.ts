import { inspect } from 'node:util';
import type { Outcome } from '../core/execute';

/** What JavaScript says, not this package. */
export const internal =
	/is not a function|Cannot |not iterable|of (undefined|null)|\[object|Invalid array|is not defined/;

/** What is wrong with the words of a refusal: they are short, and about a field that a person sees. */
export function findFlaw(message: string, labels: string[]): string | undefined {
	if (internal.test(message)) return 'not for people';
	if (message.length >= 400) return 'too long';
	const isNamed = labels.some((label) => message.includes(`'${label}'`));
	return isNamed || general.test(message) ? undefined : 'about no field';
}

const general = /can't be used in a Miradore address|^Nothing is set|request \(431\)/;

/** The items whose refusal has a flaw, with what they held. */
export function findFlaws({ success }: Outcome, items: object[], labels: string[]): string[] {
	return success.flatMap(({ json, pairedItem }) => {
		const message = json.error;
		if (typeof message !== 'string') return [];
		const flaw = findFlaw(message, labels);
		const { item } = pairedItem as { item: number };
		return flaw ? [`${flaw}: ${message.slice(0, 200)}: ${inspect(items[item]).slice(0, 300)}`] : [];
	});
}
