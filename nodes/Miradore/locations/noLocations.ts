import { listSome } from '../values/listSome';

const mostNamed = 20;

/**
 * What is told of devices without locations, once a run.
 *
 * @param found by what the user named each device, by its ID; undefined where that was the ID itself
 * @param hasPeriod whether locations of a period were asked for
 */
export function describeNone(found: Map<number, string | undefined>, hasPeriod: boolean): string {
	const isOne = found.size === 1;
	const names = [...found].map(([id, by]) => {
		if (by === undefined) return id;
		return isOne ? `${id} (${by})` : `${id}: ${by}`;
	});
	const named = listSome(names, mostNamed);
	const devices = isOne ? `device ${named}` : `${found.size} devices (${named})`;
	const period = hasPeriod ? ' in this period' : '';
	const them = isOne ? 'it' : 'them';
	return `No locations of ${devices}${period}. Is location tracking on for ${them}?`;
}
