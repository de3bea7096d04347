import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { isListed, readAttribute } from '../inventory/attribute';
import type { Watchable } from '../inventory/watchable';

/** What the editor says of the example of a test run. */
export const withoutBefore =
	"In a test run 'from' is null, for a test run compares with nothing. In a published workflow it has the value before the change.";

/** The values of each watched attribute, in the order of the attributes. */
type Values = string[][];

/** What tells whether anything that is watched of an item has changed. */
export function signatureOf(item: IDataObject, watched: Watchable[]): string {
	const values = watched.map(({ attribute }) => readAttribute(item, attribute).map(keep));
	return JSON.stringify(values);
}

/**
 * What changed from one signature to the other: `attribute` and `label`, `from` and `to`; of lists also
 * what was `added` and `removed`. For a test run, which knows no signature before, all that is watched,
 * and `from` is null.
 */
export function changesOf(
	{ before, signature, item }: { before: string | undefined; signature: string; item: IDataObject },
	watched: Watchable[],
): IDataObject[] {
	const now = JSON.parse(signature) as Values;
	const old = before === undefined ? undefined : (JSON.parse(before) as Values);
	return watched.flatMap<IDataObject>(({ attribute, label }, index) => {
		const whole = readAttribute(item, attribute);
		const to = now[index];
		const from = old?.[index];
		if (!from) {
			const isList = isListed(attribute) || to.length > 1;
			return [{ attribute, label, from: null, to: isList ? whole : (whole[0] ?? '') }];
		}
		if (JSON.stringify(from) === JSON.stringify(to)) return [];
		const isList = isListed(attribute) || from.length > 1 || to.length > 1;
		if (!isList) return [{ attribute, label, from: show(from[0] ?? ''), to: whole[0] ?? '' }];
		return [
			{
				attribute,
				label,
				from: from.map(show),
				to: whole,
				added: whole.filter((value) => !from.includes(keep(value))),
				removed: from.filter((value) => !to.includes(value)).map(show),
			},
		];
	});
}

/** Longer texts are kept by their beginning and a hash of the whole, for the state is to stay small. */
const mostBytes = 50;
const hashLength = 6;
const cut = new RegExp(`…[\\w-]{${hashLength}}$`);

function keep(text: string): string {
	if (sizeOf(text) <= mostBytes && !cut.test(text)) return text;
	const hash = createHash('sha256').update(text).digest('base64url').slice(0, hashLength);
	let beginning = '';
	for (const character of text) {
		if (sizeOf(beginning + character) > mostBytes - hashLength - sizeOf('…')) break;
		beginning += character;
	}
	return `${beginning}…${hash}`;
}

function sizeOf(text: string): number {
	// As the state has it, where quotes and backslashes take two bytes.
	return new TextEncoder().encode(JSON.stringify(text)).length - 2;
}

/** What is left of a text that was kept. */
function show(kept: string): string {
	return kept.replace(cut, '…');
}
