import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { anyContains, readListPage } from './listPage';

/** What API v1 calls an organization or a place that is there no more (miradore-api.md 5.7). */
const removed = 'Removed';

/**
 * The items of a kind for the list of a parameter that holds a name, a page at a time, searched by name.
 *
 * @param item as API v1 names it
 * @param select its attributes; `FullName` is shown where it says more, and `Status` leaves out what
 * was removed
 */
function searchNames(item: string, select: string[]) {
	return async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const query = { item, select, filters: anyContains(['Name'], filter) };
		return readListPage(this, query, paginationToken, ({ Name, FullName, Status }) => {
			if (!Name || Status === removed) return undefined;
			const [name, fullName] = [String(Name), String(FullName || Name)];
			return { name: fullName === name ? name : `${name} — ${fullName}`, value: name };
		});
	};
}

const placeAttributes = ['ID', 'Name', 'FullName', 'Status'];

export const searchCategories = searchNames('Category', ['ID', 'Name']);
export const searchOrganizations = searchNames('Organization', placeAttributes);
/** Places of the organization, which API v1 calls locations. */
export const searchPlaces = searchNames('Location', placeAttributes);
/** Tags have no ID. */
export const searchTags = searchNames('Tag', ['Name']);
