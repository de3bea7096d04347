import type { IDataObject } from 'n8n-workflow';
import type { Field } from '../execution/field';
import { collection } from './collection';
import { requestOptions } from './requestOptions';
import { toggle } from './toggle';

/** The collection 'Options' of an operation: its own options and those that every operation has. */
export function options(own: Field[] = []): Field<IDataObject> {
	return collection({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
		...own,
		...requestOptions,
	]);
}

/** The collection 'Options' of a command. */
export function commandOptions(own: Field[] = []): Field<IDataObject> {
	return options([...own, dryRun, includeInputFields]);
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
		"Whether to only show the request that would be sent, and send nothing; 'Only If' isn't looked up then",
});
