import { askEveryHours } from '../../fields/askEvery';
import { options } from '../../fields/options';
import { simplify } from '../../fields/simplify';
import { toLocationItem } from '../../locations/fix';
import { defineFixEvent } from '../fixEvent';

/** New locations, by `GET /Device/{id}/Location` (miradore-api.md 2). */
export const locationReported = defineFixEvent({
	value: 'locationReported',
	name: 'Location Reported',
	description: 'When a device has reported where it is: one item for each location',
	fields: { simplify, options: options([askEveryHours]) },
	historyDays: 1,
	keepsPlace: false,
	isNamed: ({ simplify: simplified }) => simplified,
	toItems: (id, known, { simplify: simplified }) =>
		known
			.filter(({ isNew }) => isNew)
			.map(({ time, element }) => ({ time, item: toLocationItem(id, element, simplified) })),
	withoutExample: 'None of the devices that reported last had a location in the last 7 days',
});
