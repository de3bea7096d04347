import type { IDataObject } from 'n8n-workflow';

/** A text, or where several have it its place in the list of such texts. */
type Kept = Array<Array<string | number>>;

/**
 * The signatures of all items as they are kept in the state, in few bytes: texts that several items
 * have, such as tags or a status, are kept once, and by their places.
 *
 * @param known by id, each of them lists of texts as JSON
 */
export function pack(known: Record<string, string>): IDataObject {
	const all = Object.entries(known).map(([id, signature]): [string, string[][]] => [
		id,
		JSON.parse(signature) as string[][],
	]);
	const uses = new Map<string, number>();
	for (const [, values] of all) {
		for (const text of values.flat()) uses.set(text, (uses.get(text) ?? 0) + 1);
	}
	const shared = [...uses]
		.filter(([text, count]) => count > 1 && text.length > 1)
		.sort(([, one], [, other]) => other - one)
		.map(([text]) => text);
	const places = new Map(shared.map((text, place) => [text, place]));
	const kept = all.map(([id, values]): [string, Kept] => [
		id,
		values.map((texts) => texts.map((text) => places.get(text) ?? text)),
	]);
	return { shared, known: Object.fromEntries(kept) };
}

/** The signatures that {@link pack} was given. */
export function unpack(state: IDataObject): Record<string, string> {
	const shared = state.shared as string[];
	const kept = Object.entries(state.known as Record<string, Kept>);
	return Object.fromEntries(
		kept.map(([id, values]) => [
			id,
			JSON.stringify(
				values.map((texts) => texts.map((one) => (typeof one === 'number' ? shared[one] : one))),
			),
		]),
	);
}
