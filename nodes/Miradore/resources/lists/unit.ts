import type { IDataObject } from 'n8n-workflow';
import { isOneOf, nameContains } from '../../fields/conditions';
import { isObject } from '../../values/json';

/** The attributes of organizations and places, which are in trees (miradore-api.md 5.7). */
export const unitAttributes = ['ID', 'Name', 'FullName', 'Status', 'Parent.ID'];

export const unitFilters = [
	nameContains,
	isOneOf({ displayName: 'Status', name: 'status' }, 'Status', ['Active', 'Removed', 'Unknown']),
];

/** `parentId` is null for the top of a tree. */
export function simplifyUnit({ ID, Name, FullName, Status, Parent }: IDataObject): IDataObject {
	const parentId = isObject(Parent) ? Number(Parent.ID) : NaN;
	return {
		id: Number(ID),
		name: Name ?? '',
		fullName: FullName ?? '',
		status: Status ?? '',
		parentId: Number.isNaN(parentId) ? null : parentId,
	};
}
