import type { IDataObject } from 'n8n-workflow';
import { Clue } from '../execution/directory';
import { createLookUps } from '../execution/lookUps';
import type { Fields, Values } from '../execution/operation';
import { deviceDirectory } from '../inventory/directory';
import { isInUse, retired } from '../inventory/devices';
import { ApiFailure } from '../transport/apiFailure';
import type { Connection } from '../transport/connection';
import type { Polling } from './polling';

/** The device that each clue meant in the last poll, by the clue's key. */
export type PickedAs = Record<string, number>;

/**
 * Puts IDs in the place of what devices were picked by, such as serial numbers, at each poll anew: a
 * phone that is enrolled again has another ID. The one that was meant by the last poll stays picked once it
 * is retired, so that its retirement is told; others that are retired are left out.
 *
 * @param values of the event's fields
 * @throws UserError where one means several devices, or none when the workflow is published
 * @throws ApiFailure when the look-up fails
 */
export async function findPickedIds(
	polling: Polling,
	connection: Connection,
	values: Values<Fields>,
): Promise<{ values: Values<Fields>; pickedAs?: PickedAs }> {
	const picked = values.pickedDevices as Array<number | Clue> | undefined;
	const clues = picked?.filter((one) => one instanceof Clue) ?? [];
	if (!picked || clues.length === 0) return { values };
	const state = polling.peekState();
	const isFirst = state.about === undefined;
	const before = { ...(state.pickedAs as PickedAs | undefined) };
	const pickedAs: PickedAs = {};
	const lookUps = createLookUps(deviceDirectory, [], () => polling.send);
	await lookUps.ask(clues.map((clue) => ({ connection, clue })));
	const idsOf = (one: number | Clue): number[] => {
		if (!(one instanceof Clue)) return [one];
		const found = lookUps.find({ connection, clue: one }) ?? [];
		if (found instanceof ApiFailure) throw found;
		const isGone = ({ ID, Status }: IDataObject) =>
			Status === retired && Number(ID) === before[one.key];
		const gone = found.filter(isGone).map(({ ID }) => Number(ID));
		const inUse = isFirst || found.some(isInUse) ? [deviceDirectory.choose(one, found)] : [];
		const meant = [...gone, ...inUse];
		if (meant.length > 0) pickedAs[one.key] = meant[meant.length - 1];
		return meant;
	};
	const pickedDevices = [...new Set(picked.flatMap(idsOf))];
	return { values: { ...values, pickedDevices }, pickedAs };
}
