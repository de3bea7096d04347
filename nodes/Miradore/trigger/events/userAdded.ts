import { userFilters } from '../../fields/userFilters';
import { defineInventoryEvent } from '../inventoryPoll';
import { users } from '../subjects';

/** Users that weren't listed before (miradore-api.md 5.7). */
export const userAdded = defineInventoryEvent({
	subject: users,
	value: 'userAdded',
	name: 'User Added',
	description: 'When a user is new in Miradore, or comes to match the filters for the first time',
	fields: { filters: userFilters },
	conditions: ({ filters }) => filters,
	signatureOf: () => '+',
	watched: () => [],
	countsUnknown: true,
	latestBy: 'Created',
	withoutExample: 'There is no such user',
});
