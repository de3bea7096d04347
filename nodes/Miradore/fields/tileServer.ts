import { UserError } from 'n8n-workflow';
import type { Field } from '../execution/field';
import { shorten } from '../values/entered';
import { text } from './text';

const entered = text({
	displayName: 'Tile Server',
	name: 'tileServer',
	placeholder: 'e.g. https://tiles.example.com/{z}/{x}/{y}.png',
	description:
		"Where a map loads its tiles from instead of OpenStreetMap, which doesn't serve pages that are opened as a file. The file holds the address, with a key that may be in it.",
});

/** The address of map tiles, with the places of zoom, column and row in braces. */
export const tileServer: Field<string> = {
	...entered,
	read: (value, surroundings) => {
		const address = entered.read(value, surroundings);
		const places: string[] = address.match(/\{.*?\}/g) ?? [];
		const isAddress = URL.canParse(address) && new URL(address).protocol === 'https:';
		const hasPlaces = ['{z}', '{x}', '{y}'].every((place) => places.includes(place));
		if (isAddress && hasPlaces && places.length === 3 && !/[\s'";,]/.test(address)) return address;
		throw new UserError(`'Tile Server' is not an address of map tiles: ${shorten(address)}`, {
			description:
				'Enter an address that begins with https:// and has {z}, {x} and {y}, such as https://tiles.example.com/{z}/{x}/{y}.png',
		});
	},
};
