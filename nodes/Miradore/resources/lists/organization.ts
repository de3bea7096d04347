import { listResource } from './listResource';
import { simplifyUnit, unitAttributes, unitFilters } from './unit';

/** The parts of a company that devices belong to. */
export const organization = listResource({
	value: 'organization',
	name: 'Organization',
	plural: 'organizations',
	description: 'Read the organizations that devices belong to',
	item: 'Organization',
	select: unitAttributes,
	filters: unitFilters,
	simplify: simplifyUnit,
});
