import { watchedOfUsers } from '../../inventory/watchable';
import { changesOf, signatureOf, withoutBefore } from '../changes';
import { defineInventoryEvent } from '../inventoryPoll';
import { users } from '../subjects';

/** Users whose name, address, number or status differs from before (miradore-api.md 5.7). */
export const userChanged = defineInventoryEvent({
	subject: users,
	value: 'userChanged',
	name: 'User Changed',
	description:
		"When a user's name, email address, phone number or status changed: the item tells from what to what. A test run shows the user that was modified last, without the values before.",
	fields: {},
	signatureOf: (user) => signatureOf(user, watchedOfUsers),
	watched: () => watchedOfUsers.map(({ attribute }) => attribute),
	needs: () => ['Status'],
	countsUnknown: false,
	keepsValues: true,
	details: (news) => ({ changes: changesOf(news, watchedOfUsers) }),
	latestBy: 'Modified',
	aboutExample: withoutBefore,
	withoutExample: 'There is no such user',
});
