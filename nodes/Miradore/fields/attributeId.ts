import { name } from './text';

/** The id of a custom attribute: whether a number or a GUID isn't known (miradore-api.md 4). */
export const attributeId = name(
	{
		displayName: 'Custom Attribute ID',
		name: 'attributeId',
		placeholder: 'e.g. 3',
		description: "As the operation 'Get Many' of 'Custom Attribute' gives it",
	},
	/^[\w-]+$/,
);
