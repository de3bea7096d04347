import { listResource } from './listResource';

/** Custom attributes as API v1 lists them. What it tells of them isn't known (miradore-api.md 5.7). */
export const customAttributeDefinition = listResource({
	value: 'customAttributeDefinition',
	name: 'Custom Attribute Definition',
	plural: 'custom attribute definitions',
	description: "Read the definitions of the custom attributes as Miradore's API v1 lists them",
	item: 'CustomAttributeDefinition',
	select: ['*'],
});
