import type { XmlElement } from '../../nodes/Miradore/transport/xml';
import type { Answer, Question } from './ask';

/** A query of devices. */
export const devices = (query: Record<string, string>): Question => ({
	api: 'v1',
	path: '/Device',
	query,
});
/** One device with its id. */
export const ids = devices({ select: 'ID', options: 'rows=1,page=1' });

/** The first child of a name. */
export const child = (element: XmlElement | undefined, name: string) =>
	element?.children.find((one) => one.name === name);
/** The list of an answer of API v1. */
export const itemsIn = ({ xml }: Answer) => child(xml, 'Items');
/** Whether an answer is a list of API v1. */
export const isList = (answer: Answer) =>
	answer.xml?.name === 'Content' && itemsIn(answer) !== undefined;
/** The number of matches; NaN where it isn't told. */
export const countIn = (answer: Answer) =>
	Number(itemsIn(answer)?.attributes.count ?? answer.xml?.attributes.count);

/** The texts of all elements of a name, however deep. */
export function textsOf(element: XmlElement | undefined, name: string): string[] {
	if (!element) return [];
	const own = element.name === name ? [element.text] : [];
	return [...own, ...element.children.flatMap((one) => textsOf(one, name))];
}
