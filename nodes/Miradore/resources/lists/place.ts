import { listResource } from './listResource';
import { simplifyUnit, unitAttributes, unitFilters } from './unit';

/** Places of the company, which the console calls locations. */
export const place = listResource({
	value: 'place',
	name: 'Location (Place)',
	plural: 'places',
	description:
		'Read the places that the console calls locations, such as offices; not where devices are',
	item: 'Location',
	select: unitAttributes,
	filters: unitFilters,
	simplify: simplifyUnit,
});
