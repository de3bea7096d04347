import type { Field } from '../execution/field';
import { readPeriod, type Period } from '../locations/period';
import { collection } from './collection';

const ends: Field[] = [
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
	ends,
);

/** From when to when, by day, in the workflow's time zone. */
export const period: Field<Period> = {
	property: entered.property,
	unset: {},
	read: (value, surroundings) => {
		const { startDate, endDate } = entered.read(value, surroundings);
		return readPeriod(startDate, endDate, surroundings.timeZone);
	},
};
