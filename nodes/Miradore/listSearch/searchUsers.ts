import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { anyContains, readListPage } from './listPage';

/** The users for the list of a parameter, a page at a time, searched by name or email address. */
function searchUsersBy(attribute: 'Email' | 'ID') {
	return async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const query = {
			item: 'User',
			select: ['ID', 'Name', 'Email'],
			filters: anyContains(['Name', 'Email'], filter),
		};
		return readListPage(this, query, paginationToken, (user: IDataObject) => {
			const { Name, Email, [attribute]: value } = user;
			const name = [Name, Email].filter(Boolean).join(' — ');
			return value ? { name, value: String(value) } : undefined;
		});
	};
}

/** For parameters that hold an email address. */
export const searchUsers = searchUsersBy('Email');

/** For parameters that hold the id. */
export const searchUserIds = searchUsersBy('ID');
