import {
	NodeOperationError,
	type IDataObject,
	type ILoadOptionsFunctions,
	type INodeListSearchItems,
	type INodeListSearchResult,
} from 'n8n-workflow';
import { describeFailure } from '../execution/failure';
import { queryRequest, type Query } from '../inventory/query';
import { connectionOf } from '../transport/credential';
import { ApiFailure } from '../transport/apiFailure';
import { readPage } from '../transport/items';
import { inOrder, pageOf } from '../transport/listRequest';

const rows = 50;
const timeoutMs = 20_000;

/**
 * Reads one page of a picker's list from API v1.
 *
 * @param paginationToken the page's number, as the page before gave it; the first where left out
 * @param toListItem what the list shows of an item; undefined for an item that it leaves out
 * @throws NodeOperationError that names what is wrong with the key, the site or the answer
 */
export async function readListPage(
	context: ILoadOptionsFunctions,
	query: Query,
	paginationToken: string | undefined,
	toListItem: (item: IDataObject) => INodeListSearchItems | undefined,
): Promise<INodeListSearchResult> {
	const page = Number(paginationToken ?? 1);
	try {
		const { send } = await connectionOf(context);
		const answer = await send(pageOf(inOrder(queryRequest(query)), rows, page), timeoutMs);
		if (answer instanceof ApiFailure) throw answer;
		const { count, items } = readPage(answer.body);
		// A site may give fewer than asked for in a page, and count only these: then more may follow.
		const seen = (page - 1) * rows + items.length;
		const isLast = items.length === 0 || (seen === count && items.length % 25 !== 0);
		return {
			results: items.map(toListItem).filter((item) => item !== undefined),
			...(isLast ? {} : { paginationToken: String(page + 1) }),
		};
	} catch (error) {
		const { message, description } = describeFailure(error);
		throw new NodeOperationError(context.getNode(), message, { description });
	}
}

/**
 * The condition that one of the attributes contains what the user typed. Miradore takes no quotes in
 * a value, so the longest part without one is searched for; none where nothing is left.
 */
export function anyContains(attributes: string[], typed = ''): string[] {
	const [text] = typed.split(/['"]/).sort((one, other) => other.length - one.length);
	if (text.trim() === '') return [];
	return [attributes.map((attribute) => `${attribute} contains '${text.trim()}'`).join(' or ')];
}
