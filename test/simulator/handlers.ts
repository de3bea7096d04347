import { parse } from 'node:querystring';
import { findDevice, type SimulatedDevice, type SimulatedFleet } from './fleet';
import { notFound, type Reply, unauthorized } from './reply';
import type { SimulatedFix } from './tracks';

/** What handlers read and change of a site. */
export interface HandledSite {
	readonly fleet: SimulatedFleet;
	/** The answer to a lock that was carried out. */
	lockReply: Reply;
}

/** The parts of a request that handlers need; the request has passed the contract by then. */
export interface HandledRequest {
	pathParameters: Record<string, string>;
	queryString: string;
}

type Handler = (site: HandledSite, request: HandledRequest) => Reply;

/** What each operation of openapi.yaml does, by its `operationId`. */
export const handlers: Record<string, Handler> = {
	lockDevice: forDevice((device, site) => {
		device.lockedAt.push(new Date().toISOString());
		return site.lockReply;
	}),
	getDeviceLocations: forDevice((device, _site, { queryString }) => {
		const { startDate, endDate } = parse(queryString);
		return { status: 200, body: fixesBetween(device.fixes, startDate, endDate) };
	}),
	getDeviceCustomAttributes: forDevice(() => ({ status: 200, body: [] })),
	getCustomAttributes: () => ({ status: 200, body: [] }),
	getSuspendedDevices: () => unauthorized,
};

/** Answers 404 for devices that are unknown or retired (L). */
function forDevice(
	handle: (device: SimulatedDevice, site: HandledSite, request: HandledRequest) => Reply,
): Handler {
	return (site, request) => {
		const device = findDevice(site.fleet, Number(request.pathParameters.id));
		if (!device || device.status === 'Deleted') return notFound;
		return handle(device, site, request);
	};
}

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
