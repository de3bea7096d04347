import { UserError } from 'n8n-workflow';
import type { Field } from '../execution/field';
import { lastDays, readPeriod, type Period } from '../locations/period';
import { collection } from './collection';
import { wholeNumber } from './wholeNumber';

const days = wholeNumber(
	{
		displayName: 'Last Days',
		name: 'lastDays',
		default: 7,
		description:
			"Today and so many days before it, in the workflow's time zone; in place of the dates. With the option 'Exact Times', so many times 24 hours.",
	},
	1,
	3650,
);

const members: Field[] = [
	days,
	{
		property: {
			displayName: 'Start Date',
			name: 'startDate',
			type: 'dateTime',
			default: '',
			description:
				"The first day, in the workflow's time zone. Set both dates: how far back Miradore goes without them is not documented.",
		},
		read: (value) => value,
	},
	{
		property: {
			displayName: 'End Date',
			name: 'endDate',
			type: 'dateTime',
			default: '',
			description:
				"The last day, in the workflow's time zone. The time of day counts only with the option 'Exact Times'.",
		},
		read: (value) => value,
	},
];

const entered = collection(
	{ displayName: 'Filters', name: 'filters', placeholder: 'Add filter' },
	members,
);

/** From when to when, by day, in the workflow's time zone. */
export const period: Field<Period> = {
	property: entered.property,
	unset: {},
	read: (value, surroundings) => {
		const { startDate, endDate, lastDays: count } = entered.read(value, surroundings);
		const { timeZone } = surroundings;
		if (count === undefined) return { ...readPeriod(startDate, endDate, timeZone), timeZone };
		if (startDate === undefined && endDate === undefined) {
			return { ...lastDays(Number(count), timeZone), timeZone };
		}
		const other = startDate === undefined ? 'End Date' : 'Start Date';
		throw new UserError(`'Last Days' and '${other}' can't be set together`, {
			description: 'Nothing was sent. Remove one of them.',
		});
	},
};
