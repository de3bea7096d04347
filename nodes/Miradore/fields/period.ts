import type { IDataObject } from 'n8n-workflow';
import type { Field } from '../execution/operation';
import { readPeriod, type Period } from '../locations/period';

/** From when to when, by day, in the workflow's time zone. */
export const period: Field<Period> = {
	property: {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		options: [
			{
				displayName: 'Start Date',
				name: 'startDate',
				type: 'dateTime',
				default: '',
				description:
					"The first day, in the workflow's time zone. Set both dates: how far back Miradore goes without them is not documented.",
			},
			{
				displayName: 'End Date',
				name: 'endDate',
				type: 'dateTime',
				default: '',
				description:
					"The last day, in the workflow's time zone. The time of day counts only with the option 'Exact Times'.",
			},
		],
	},
	read: (value, timeZone) => {
		const { startDate, endDate } = (value ?? {}) as IDataObject;
		return readPeriod(startDate, endDate, timeZone);
	},
};
