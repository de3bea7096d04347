import { conditions, contains, isOneOf } from './conditions';

/** The conditions by which users are found, by the filter's name (miradore-api.md 5.7). */
export const userFilters = conditions([
	contains(
		{ displayName: 'Email Contains', name: 'emailContains', placeholder: 'e.g. @example.com' },
		'Email',
	),
	isOneOf({ displayName: 'Status', name: 'status' }, 'Status', [
		'Active',
		'New',
		'Retired',
		'System',
	]),
]);
