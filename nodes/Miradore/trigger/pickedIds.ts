import { Clue } from '../execution/directory';
import { createLookUps } from '../execution/lookUps';
import type { Fields, Values } from '../execution/operation';
import { deviceDirectory } from '../inventory/directory';
import { isInUse } from '../inventory/devices';
import { ApiFailure } from '../transport/apiFailure';
import type { Access } from '../transport/credential';
import type { Polling } from './polling';

/**
 * Puts IDs in the place of what devices were picked by, such as serial numbers, at each poll anew: a
 * phone that is enrolled again has another ID. One that isn't there any more is left out, as picked IDs
 * of such devices give nothing.
 *
 * @param values of the event's fields
 * @throws UserError where one means several devices, or none when the workflow is published
 * @throws ApiFailure when the look-up fails
 */
export async function findPickedIds(
	polling: Polling,
	access: Access,
	values: Values<Fields>,
): Promise<Values<Fields>> {
	const picked = values.pickedDevices as Array<number | Clue> | undefined;
	const clues = picked?.filter((one) => one instanceof Clue) ?? [];
	if (!picked || clues.length === 0) return values;
	const isFirst = polling.peekState().about === undefined;
	const lookUps = createLookUps(deviceDirectory, [], () => polling.send);
	await lookUps.ask(clues.map((clue) => ({ access, clue })));
	const idsOf = (one: number | Clue): number[] => {
		if (!(one instanceof Clue)) return [one];
		const found = lookUps.find({ access, clue: one }) ?? [];
		if (found instanceof ApiFailure) throw found;
		if (!isFirst && !found.some(isInUse)) return [];
		return [deviceDirectory.choose(one, found)];
	};
	return { ...values, pickedDevices: [...new Set(picked.flatMap(idsOf))] };
}
