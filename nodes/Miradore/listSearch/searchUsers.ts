import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { anyContains, readListPage } from './listPage';

/** The users for the list of a parameter, a page at a time, searched by name or email address. */
export async function searchUsers(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const query = {
		item: 'User',
		select: ['Name', 'Email'],
		filters: anyContains(['Name', 'Email'], filter),
	};
	return readListPage(this, query, paginationToken, ({ Name, Email }) =>
		Email ? { name: [Name, Email].filter(Boolean).join(' — '), value: String(Email) } : undefined,
	);
}
