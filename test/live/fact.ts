import { findList } from '../../nodes/Miradore/locations/findList';
import type { Answer, Question } from './ask';

/** What is known of the site before facts are looked at. */
export interface Known {
	siteName: string;
	/** A device that, where there is one, has reported a location. */
	deviceId: number;
}

/** What the answers showed. */
export interface Finding {
	/** In a few words; names of fields, counts and statuses, but nothing of what the fields hold. */
	found: string;
	/** Whether that is what is expected or, of mark U, supposed; undefined where it didn't show. */
	agrees: boolean | undefined;
}

/** Something that `docs/miradore-api.md` says of the service, or leaves open, and how to see it. */
export interface Fact {
	id: string;
	says: string;
	/** How sure it is: S, L, T1 to T4, I or U, as `test/simulator/openapi.yaml` explains them. */
	mark: string;
	questions(known: Known): Question[];
	/** Pure; gets one answer for each question. */
	find(answers: Answer[]): Finding;
}

/** What came, in a few words. */
export function describe({ status, text, json, xml }: Answer): string {
	const kind = xml
		? `XML ${xml.name}`
		: Array.isArray(json)
			? `a list of ${json.length}`
			: undefined;
	const other = text.trim() === '' ? 'no body' : json === undefined ? 'text' : 'JSON';
	return `${status}, ${kind ?? other}`;
}

/** Agrees where the first answer has the status and, where given, passes the test. */
export function expectAnswer(status: number, test: (answer: Answer) => boolean = () => true) {
	return ([answer]: Answer[]): Finding => ({
		found: describe(answer),
		agrees: answer.status === status && test(answer),
	});
}

/** The elements of the first list that isn't empty, as objects. */
export function elementsOf(answers: Answer[]): Array<Record<string, unknown>> {
	const lists = answers.map(({ json }) => findList(json) ?? []);
	const elements = lists.find((list) => list.length > 0) ?? [];
	return elements.filter(
		(element): element is Record<string, unknown> =>
			typeof element === 'object' && element !== null,
	);
}

/** The finding for what only shows where there is data. */
export const nothingThere: Finding = { found: 'nothing there to see it by', agrees: undefined };

/** Agrees where the elements of a list have the fields. */
export function expectFields(...names: string[]) {
	return (answers: Answer[]): Finding => {
		const [element] = elementsOf(answers);
		if (!element) return nothingThere;
		const found = Object.entries(element).map(([name, value]) => `${name} (${typeof value})`);
		return { found: found.join(', '), agrees: names.every((name) => name in element) };
	};
}
