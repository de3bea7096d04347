import type { IDataObject } from 'n8n-workflow';
import { areas } from '../../fields/areas';
import { askEveryHours } from '../../fields/askEvery';
import type { Field } from '../../execution/field';
import { options as optionsOf } from '../../fields/options';
import { toggle } from '../../fields/toggle';
import { wholeNumber } from '../../fields/wholeNumber';
import { doubtArea } from '../../locations/areaDoubts';
import { findCrossings, type Crossing } from '../../locations/crossings';
import { readFix, readOrder, simplifyFix } from '../../locations/fix';
import { defineFixEvent } from '../fixEvent';

const maxAccuracy = wholeNumber(
	{
		displayName: 'Ignore Coarser Locations',
		name: 'maxAccuracy',
		default: 100,
		description:
			'Leaves out locations whose accuracy is worse than so many metres. Those that tell none are not left out.',
	},
	1,
	1_000_000,
);

const countsFirstSeen = toggle({
	displayName: 'Count First Seen Inside',
	name: 'countsFirstSeen',
	default: true,
	description:
		'Whether a device has entered an area when its first known location is inside, also when the workflow is published',
});

/** Devices that came into an area: a circle or a polygon. */
export const areaEntered = defineCrossing(
	'entered',
	'areaEntered',
	'Area Entered',
	'When a device was outside of an area and then inside',
	[countsFirstSeen],
);

/** Devices that left an area. */
export const areaLeft = defineCrossing(
	'left',
	'areaLeft',
	'Area Left',
	'When a device was inside of an area and then outside',
	[],
);

function defineCrossing(
	kind: Crossing['kind'],
	value: string,
	name: string,
	description: string,
	options: Field[],
) {
	return defineFixEvent({
		value,
		name,
		description,
		fields: { areas, options: optionsOf([askEveryHours, maxAccuracy, ...options]) },
		historyDays: 7,
		keepsPlace: true,
		isWanted: (element, { options: chosen }) =>
			!((readFix(element)?.accuracy ?? 0) > Number(chosen.maxAccuracy ?? Infinity)),
		toItems: (deviceId, known, { areas: watched, options: chosen }, isFirst) => {
			const counts = chosen.countsFirstSeen === true;
			const sightings = known.flatMap(({ element, isNew }) => {
				const fix = readFix(element);
				return fix ? [{ fix, isNew }] : [];
			});
			const latest = sightings.slice(-1).map(({ fix }) => ({ fix, isNew: true }));
			const shown = isFirst && counts ? latest : sightings;
			return watched
				.flatMap((area) => findCrossings(area, shown, counts))
				.filter((crossing) => crossing.kind === kind)
				.map((crossing) => ({
					time: readOrder(crossing.after) ?? 0,
					item: toItem(deviceId, crossing),
				}));
		},
		doubt: ({ areas: watched }, places, hasExample) => {
			const doubts = watched.flatMap((area) => doubtArea(area, places) ?? []);
			return doubts.find(({ isSwapped }) => isSwapped || !hasExample)?.text;
		},
		withoutExample: `No device ${kind} one of the areas in the last 7 days, among those that reported last`,
	});
}

/** Flat, for mails: the first location on this side, and the last one on the other side. */
function toItem(deviceId: number, { area, before, after }: Crossing): IDataObject {
	return {
		deviceId,
		area: area.name,
		...simplifyFix(after),
		before: before ? simplifyFix(before) : null,
	};
}
