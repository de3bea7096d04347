import { parse } from 'node:querystring';
import { findDevice, type SimulatedDevice, type SimulatedFleet } from '../fleet';
import { notFound, type Reply } from '../reply';
import type { SimulatedUser } from '../users';

/** What handlers read and change of a site. */
interface HandledSite {
	readonly fleet: SimulatedFleet;
	/** The answer to a lock that was carried out. */
	lockReply: Reply;
	/** How locations are written: a name in `locationShapes`. */
	locationShape: string;
	/** When devices were last fetched from Apple: milliseconds since 1970, by the real clock. */
	syncedAt?: number;
}

/** The parts of a request that handlers need; the request has passed the contract by then. */
export interface HandledRequest {
	/** Decoded. */
	pathParameters: Record<string, string>;
	queryString: string;
	/** Parsed; undefined where none was sent. */
	body: unknown;
}

/** What an operation does. */
export type Handler = (site: HandledSite, request: HandledRequest) => Reply;

/** Handlers by the `operationId` of openapi.yaml. */
export type Handlers = Record<string, Handler>;

/** The answer to a command that was accepted; the real one is not known. */
export const accepted: Reply = { status: 200 };

/** Answers 404 for devices that are unknown or retired (L). */
export function forDevice(
	handle: (device: SimulatedDevice, request: HandledRequest, site: HandledSite) => Reply | void,
): Handler {
	return (site, request) => {
		const device = findDevice(site.fleet, Number(request.pathParameters.id));
		if (!device || device.status === 'Deleted') return notFound;
		return handle(device, request, site) ?? accepted;
	};
}

/**
 * The same operation for a user found by id and by e-mail address. 404 for unknown users is an
 * assumption.
 */
export function forUser(
	operation: string,
	handle: (user: SimulatedUser, request: HandledRequest, site: HandledSite) => Reply | void,
): Handlers {
	const handler: Handler = (site, request) => {
		const { email } = parse(request.queryString);
		const id = Number(request.pathParameters.userId);
		const users = [...site.fleet.users.values()];
		const user = users.find((one) => one.id === id || one.email === email);
		return user ? (handle(user, request, site) ?? accepted) : notFound;
	};
	return { [operation]: handler, [`${operation}ByEmail`]: handler };
}

/** The texts of a list that was sent alone or in a field, which of them is not known. */
export function textsOf(body: unknown): string[] {
	const list = Array.isArray(body) ? body : Object.values(body as object).flat();
	return list.filter((entry) => typeof entry === 'string');
}
