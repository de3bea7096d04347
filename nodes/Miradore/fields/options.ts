import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Field } from '../execution/operation';
import { requestOptions } from '../execution/settings';
import { readBoolean } from '../values/boolean';

/** An option of the collection 'Options'. */
export interface Option {
	property: INodeProperties;
	/** Checks and converts the value; only called where the option is set. Switches don't need it. */
	read?(value: unknown): IDataObject[string];
}

/** The collection 'Options' of an operation: its own options and those that every operation has. */
export function options(own: Option[] = []): Field<IDataObject> {
	const properties = [...own.map(({ property }) => property), ...requestOptions];
	return {
		property: {
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: properties.sort((one, other) => one.displayName.localeCompare(other.displayName)),
		},
		read: (value) => {
			const chosen = { ...(value as IDataObject | null) };
			for (const { property, read = readerOf(property) } of own) {
				if (read && property.name in chosen) chosen[property.name] = read(chosen[property.name]);
			}
			return chosen;
		},
	};
}

function readerOf({ type, displayName }: INodeProperties): Option['read'] {
	return type === 'boolean' ? (value) => readBoolean(displayName, value) : undefined;
}

/** The collection 'Options' of a command. */
export function commandOptions(own: Option[] = []): Field<IDataObject> {
	return options([...own, dryRun]);
}

const dryRun: Option = {
	property: {
		displayName: 'Dry Run',
		name: 'dryRun',
		type: 'boolean',
		default: true,
		description:
			"Whether to only show the request that would be sent, and send nothing; 'Only If' isn't looked up then",
	},
};
