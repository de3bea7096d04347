import type { IDataObject } from 'n8n-workflow';
import type { Field } from '../execution/field';
import { collection } from './collection';
import { requestOptions } from './requestOptions';
import { toggle } from './toggle';

/** Options that only some operations or events have. */
const special = [
	...['additionalBodyFields', 'bodyFieldNames', 'categoryField', 'clearWith', 'columns'],
	...['deviceName', 'dryRun', 'emailParameter', 'exactTimes', 'fieldGroups', 'furtherAttributes'],
	...['includeInputFields', 'includeLastLocation', 'includeRetired', 'latestOnly', 'listField'],
	...['mapTiles', 'oneForAll', 'outputFormat', 'sort', 'sortBy', 'tagsAsText', 'tileServer'],
	...['askEveryHours', 'countsFirstSeen', 'maxAccuracy', 'waitForResult'],
];

/**
 * The collection 'Options' of an operation that reads: its own options and those that every operation
 * has. What another operation left in the node when it was changed is passed over, for the editor
 * doesn't show it.
 */
export function options(own: Field[] = []): Field<IDataObject> {
	return make(own, [...special, 'maximumDevices']);
}

/** The collection 'Options' of a command. A limit of devices that it doesn't have is refused. */
export function commandOptions(own: Field[] = []): Field<IDataObject> {
	return make([...own, dryRun, includeInputFields], special);
}

function make(own: Field[], passedOver: string[]): Field<IDataObject> {
	const property = { displayName: 'Options', name: 'options', placeholder: 'Add option' };
	return collection(property, [...own, ...requestOptions], passedOver);
}

/** For items that say what became of an input item, or were made of it. */
export const includeInputFields = toggle({
	displayName: 'Include Input Fields',
	name: 'includeInputFields',
	default: true,
	description:
		'Whether to keep the fields of the input item, such as names and serial numbers, in what the node returns for it',
});

const dryRun = toggle({
	displayName: 'Dry Run',
	name: 'dryRun',
	default: true,
	description:
		"Whether to only show what would be sent and which devices 'Only If' would leave out, and send nothing that changes something",
});
