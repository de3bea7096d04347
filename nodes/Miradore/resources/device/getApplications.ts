import { childList } from './childList';

/** With its applications a device takes 40 KB instead of 1.5 (miradore-api.md 5.5). */
export const getApplications = childList({
	value: 'getApplications',
	name: 'Get Applications',
	action: 'Get applications of devices',
	description: 'Read which applications devices have, one item for each',
	child: 'InvApplication',
	list: 'InvApplications',
	rows: 25,
	nameFilter: 'Application Name Contains',
});
