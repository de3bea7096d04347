import { text } from '../../fields/text';
import { childList } from './childList';

/** A device may have hundreds (miradore-api.md 5.5). */
export const getApplications = childList({
	value: 'getApplications',
	name: 'Get Applications',
	action: 'Get applications of devices',
	description: 'Read which applications devices have, one item for each',
	child: 'InvApplication',
	list: 'InvApplications',
	nameFilter: text(
		{
			displayName: 'Application Name Contains',
			name: 'applicationNameContains',
			placeholder: 'e.g. Teams',
			description: 'Only applications with this in their name; upper and lower case do not count',
		},
		'leftBlank',
	),
});
