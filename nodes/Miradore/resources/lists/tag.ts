import { nameContains } from '../../fields/conditions';
import { listResource } from './listResource';

/** Words that devices are marked with; they have a name alone. */
export const tag = listResource({
	value: 'tag',
	name: 'Tag',
	plural: 'tags',
	description: 'Read the tags that devices can have',
	item: 'Tag',
	select: ['Name'],
	filters: [nameContains],
	simplify: ({ Name }) => ({ name: Name ?? '' }),
});
