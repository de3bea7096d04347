import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { anyContains, readListPage } from './listPage';

/** The tags for the list of a parameter, a page at a time, searched by name. */
export async function searchTags(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const query = { item: 'Tag', select: ['Name'], filters: anyContains(['Name'], filter) };
	return readListPage(this, query, paginationToken, ({ Name }) => ({
		name: String(Name),
		value: String(Name),
	}));
}
