import type { IDataObject } from 'n8n-workflow';
import { v1, type Expectation } from './expectation';

const dates = 'dateformat=yyyy-MM-dd HH:mm:ss';

const listOf = (
	item: string,
	select: string,
	filters?: { chosen: IDataObject; sent: string },
): Expectation =>
	v1(
		`GET /API/${item}`,
		{ returnAll: true, ...(filters && { filters: filters.chosen }) },
		{
			select,
			...(select.includes('ID') && { orderby: 'ID' }),
			...(filters && { filters: filters.sent }),
			// Few attributes come in larger pages.
			options: `rows=${select.includes('*') ? 250 : 1000},page=1,${dates}`,
		},
	);

const named = { chosen: { nameContains: 'two words' }, sent: "Name contains 'two words'" };
const units = {
	chosen: { nameContains: 'Oy', status: 'Removed' },
	sent: 'Name contains Oy and Status eq Removed',
};
const profiles = {
	chosen: { nameContains: 'Wi-Fi', platform: 'iOS', status: 'Active' },
	sent: 'Name contains Wi-Fi and OSCategory eq iOS and Status eq Active',
};

/** Requests of what can only be listed (miradore-api.md 5.4 and 5.7). */
export const expectLists = {
	'category getAll': [listOf('Category', 'ID,Name', named)],
	'configurationProfile getAll': [listOf('ConfigProfile', '*,ID', profiles)],
	'customAttributeDefinition getAll': [listOf('CustomAttributeDefinition', '*,ID')],
	'organization getAll': [listOf('Organization', 'ID,Name,FullName,Status,Parent.ID', units)],
	'place getAll': [listOf('Location', 'ID,Name,FullName,Status,Parent.ID', units)],
	'tag getAll': [listOf('Tag', 'Name', named)],
};
