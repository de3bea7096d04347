import { nameContains } from '../../fields/conditions';
import { listResource } from './listResource';

/** Groups that devices are put into, one a device. */
export const category = listResource({
	value: 'category',
	name: 'Category',
	plural: 'categories',
	description: 'Read the categories that devices can be put into',
	item: 'Category',
	select: ['ID', 'Name'],
	filters: [nameContains],
	simplify: ({ ID, Name }) => ({ id: Number(ID), name: Name ?? '' }),
});
