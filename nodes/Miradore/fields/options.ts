import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Field } from '../execution/operation';
import { requestOptions } from '../execution/settings';

/** The collection 'Options' of an operation: its own options and those that every operation has. */
export function options(own: INodeProperties[] = []): Field<IDataObject> {
	return {
		property: {
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [...own, ...requestOptions].sort((one, other) =>
				one.displayName.localeCompare(other.displayName),
			),
		},
		read: (value) => (value ?? {}) as IDataObject,
	};
}
