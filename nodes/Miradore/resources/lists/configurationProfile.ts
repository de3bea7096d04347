import { isOneOf, nameContains } from '../../fields/conditions';
import { listResource } from './listResource';

/** Settings that are deployed to devices. */
export const configurationProfile = listResource({
	value: 'configurationProfile',
	name: 'Configuration Profile',
	plural: 'configuration profiles',
	description: 'Read the configuration profiles that can be deployed to devices',
	item: 'ConfigProfile',
	select: ['*'],
	filters: [
		nameContains,
		isOneOf({ displayName: 'Platform', name: 'platform' }, 'OSCategory', [
			'Android',
			'iOS',
			'macOS',
			'WindowsDesktop',
			'WindowsPhone',
		]),
		isOneOf({ displayName: 'Status', name: 'status' }, 'Status', ['Active', 'Deleted', 'Unknown']),
	],
	simplify: ({ ID, Name, Description, ConfigurationType, OSCategory, Status }) => ({
		id: Number(ID),
		name: Name ?? '',
		description: Description ?? '',
		type: ConfigurationType ?? '',
		platform: OSCategory ?? '',
		status: Status ?? '',
	}),
});
