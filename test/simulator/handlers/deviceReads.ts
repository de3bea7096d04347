import { parse } from 'node:querystring';
import { answerLocations, locationShapes } from '../locationShapes';
import { unauthorized } from '../reply';
import type { SimulatedFix } from '../tracks';
import { forDevice, type Handlers } from './handler';

/** What can be read of devices. */
export const deviceReads: Handlers = {
	getDeviceLocations: forDevice((device, { queryString }, { locationShape }) => {
		const { startDate, endDate } = parse(queryString);
		const fixes = fixesBetween(device.fixes, startDate, endDate);
		return answerLocations(fixes, locationShapes[locationShape]);
	}),
	getSuspendedDevices: () => unauthorized,
};

/**
 * The simulator assumes that both bounds are inclusive, that a plain date means its whole day in UTC,
 * and that a bound left out does not limit. None of this is known of the service.
 */
function fixesBetween(fixes: SimulatedFix[], startDate: unknown, endDate: unknown): SimulatedFix[] {
	const earliest = typeof startDate === 'string' ? firstMoment(startDate) : -Infinity;
	const latest = typeof endDate === 'string' ? lastMoment(endDate) : Infinity;
	return fixes.filter(({ timestamp }) => {
		const moment = Date.parse(timestamp);
		return moment >= earliest && moment <= latest;
	});
}

function firstMoment(dateOrInstant: string): number {
	// A date without a time is read as midnight UTC by ECMAScript.
	return Date.parse(dateOrInstant);
}

function lastMoment(dateOrInstant: string): number {
	const isDate = !dateOrInstant.includes('T');
	return Date.parse(isDate ? `${dateOrInstant}T23:59:59.999Z` : dateOrInstant);
}
