import { type ContractReader, createContractReader } from './contract';
import { createFleet } from './fleet';
import { type RunningServer, serve } from './server';
import { Site } from './site';
import { listStyles } from './v1/listStyles';

export { loadContract } from './contract';
export { listStyles } from './v1/listStyles';
export { locationShapes, writeLocations, type LocationShape } from './locationShapes';
export type { Fault } from './faults';
export type { SimulatedDevice, SimulatedFleet } from './fleet';
export type { LoggedRequest } from './requests';
export type { SimulatedFix } from './tracks';
export type { ReportStyle } from './v1/reports';
export type { V1Style } from './v1/xml';

/** How to make a simulated site; every option has a default. */
interface SimulatorOptions {
	/** The site's name, case-sensitive as in the service (L). */
	siteName?: string;
	/** The API key. The default has the punctuation met in real keys. */
	apiKey?: string;
	/** Number of devices, retired ones included. */
	size?: number;
	/** Seed of the invented data. */
	seed?: number;
	/** The instant up to which reports exist; those of locations reach 14 days back. */
	now?: Date | string;
	/** 0 takes a free port. */
	port?: number;
	/** Requests answered at the same time; those above it get 429. Unlimited if left out. */
	maxConcurrent?: number;
	/** How locations are written: a name in `locationShapes`. */
	locationShape?: string;
	/** How lists of API v1 are written: a name in `listStyles`. */
	listStyle?: string;
}

/** A running simulated Miradore site. */
export type SimulatedSite = Omit<Site, 'answer'> & RunningServer;

// Reading the contract takes most of a site's start, and every site can share the outcome.
let contractReader: Promise<ContractReader> | undefined;

/** Starts a simulated Miradore site, served over HTTP on 127.0.0.1. */
export async function startSimulator({
	siteName = 'acme',
	apiKey = '1_Test{key},with!odd$chars',
	size = 24,
	seed = 1,
	now = '2026-11-20T12:00:00Z',
	port = 0,
	maxConcurrent,
	locationShape = 'plain',
	listStyle = 'plain',
}: SimulatorOptions = {}): Promise<SimulatedSite> {
	const fleet = createFleet({ size, seed, now: new Date(now) });
	const readContract = await (contractReader ??= createContractReader());
	const site = new Site({ siteName, apiKey, fleet, readContract, maxConcurrent });
	site.locationShape = locationShape;
	site.v1 = { ...site.v1, ...listStyles[listStyle] };
	return Object.assign(site, await serve(site, port));
}
