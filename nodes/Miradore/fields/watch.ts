import { UserError } from 'n8n-workflow';
import type { Field } from '../execution/field';
import { watchableOfDevices, type Watchable } from '../inventory/watchable';
import { shorten } from '../values/entered';
import { isChosenOf } from './chosen';
import { nameList } from './nameList';

/** What is watched of devices, as chosen from a list. */
export const watch: Field<Watchable[]> = {
	property: {
		displayName: 'Watch',
		name: 'watch',
		type: 'multiOptions',
		options: Object.entries(watchableOfDevices).map(([value, { label }]) => ({
			name: label,
			value,
		})),
		default: ['osVersion'],
		description: 'What starts the workflow when it changes',
	},
	read: (value) => {
		const known = Object.keys(watchableOfDevices);
		if (isChosenOf(known, value)) return value.map((name) => watchableOfDevices[name]);
		throw new UserError("'Watch' is not a list of what can be watched", {
			description: `It takes ${known.join(', ')}.`,
		});
	},
};

const named = nameList({
	displayName: 'Further Attributes',
	name: 'furtherAttributes',
	placeholder: 'e.g. Client.Version,Location.Name',
	description:
		"More to watch, as Miradore's API v1 names it, separated by commas. An attribute that Miradore doesn't know makes each poll fail.",
});

/** Further attributes to watch, by their names in API v1 (miradore-api.md 5.2). */
export const furtherWatched: Field<Watchable[]> = {
	property: { ...named.property, required: false },
	optional: 'leftBlank',
	unset: [],
	read: (value, surroundings) =>
		named.read(value, surroundings).map((attribute) => {
			if (/^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/.test(attribute)) return { attribute, label: attribute };
			throw new UserError(`'Further Attributes' can't watch ${shorten(attribute)}`, {
				description: 'Enter each attribute by its own name, such as Client.Version',
			});
		}),
};

/**
 * All that is watched, each attribute once, in an order that doesn't depend on that of the choices.
 *
 * @throws UserError where nothing is
 */
export function allWatched(chosen: Watchable[], further: Watchable[]): Watchable[] {
	const byAttribute = new Map(
		[...further, ...chosen].map((one) => [one.attribute.toLowerCase(), one]),
	);
	if (byAttribute.size === 0) {
		throw new UserError("'Watch' is empty", {
			description: "Choose what to watch, or name it in 'Further Attributes'",
		});
	}
	return [...byAttribute].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, one]) => one);
}
