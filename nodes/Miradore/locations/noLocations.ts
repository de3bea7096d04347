import { listSome } from '../values/listSome';

const mostNamed = 20;

/**
 * What is told of devices without locations, once a run.
 *
 * @param ids each once
 * @param hasPeriod whether locations of a period were asked for
 */
export function describeNone(ids: number[], hasPeriod: boolean): string {
	const named = listSome(ids, mostNamed);
	const devices = ids.length === 1 ? `device ${named}` : `${ids.length} devices (${named})`;
	const period = hasPeriod ? ' in this period' : '';
	const them = ids.length === 1 ? 'it' : 'them';
	return `No locations of ${devices}${period}. Is location tracking on for ${them}?`;
}
