import { UserError } from 'n8n-workflow';
import { chosenDevices } from '../../fields/chosenDevices';
import { allWatched, furtherWatched, watch } from '../../fields/watch';
import type { Filters } from '../../inventory/filters';
import type { Watchable } from '../../inventory/watchable';
import { changesOf, signatureOf, withoutBefore } from '../changes';
import { defineInventoryEvent } from '../inventoryPoll';
import { devices } from '../subjects';

interface Choices {
	watch: Watchable[];
	furtherAttributes: Watchable[];
}

const watchedBy = (values: Choices) => allWatched(values.watch, values.furtherAttributes);

/** Devices of which something that is watched differs from before (miradore-api.md 5.6). */
export const deviceChanged = defineInventoryEvent({
	subject: devices,
	value: 'deviceChanged',
	name: 'Device Changed',
	description:
		'When something that you watch of a device changed: the item tells from what to what. A test run shows the device that was modified last, without the values before.',
	fields: { ...chosenDevices, watch, furtherAttributes: furtherWatched },
	includesRetired: (values) =>
		watchedBy(values).some(({ attribute }) => attribute.toLowerCase() === 'status'),
	signatureOf: (device, values) => signatureOf(device, watchedBy(values)),
	watched: (values) => {
		const watched = watchedBy(values);
		refuseFiltered(watched, values.filters);
		return watched.map(({ attribute }) => attribute);
	},
	needs: (values) =>
		watchedBy(values).flatMap(({ attribute, isAlwaysThere }) => (isAlwaysThere ? [attribute] : [])),
	countsUnknown: false,
	keepsValues: true,
	details: (news, values) => ({ changes: changesOf(news, watchedBy(values)) }),
	latestBy: 'Modified',
	aboutExample: withoutBefore,
	withoutExample: 'There is no such device',
});

/** A device that doesn't match a filter any more isn't listed, so that its change would never be seen. */
function refuseFiltered(watched: Watchable[], filters: Filters): void {
	const filtered = Object.values(filters).flatMap(({ attribute, others = [] }) =>
		[attribute, ...others].map((one) => one.toLowerCase()),
	);
	const both = watched.find(({ attribute }) => filtered.includes(attribute.toLowerCase()));
	if (!both) return;
	throw new UserError(`'Filters' and 'Watch' are both about '${both.label}'`, {
		description:
			'A change by which a device no longer matches the filter would not be seen. Remove one of them; an If node behind the trigger can look at the value.',
	});
}
