import { parseArgs } from 'node:util';
import { locationShapes } from '../simulator';
import type { CredentialData } from './client';

/** What `npm start` was asked to do. */
export interface StartSettings {
	/** Whether it ends after the run instead of staying until Ctrl-C. */
	once: boolean;
	/** How the simulated site writes locations: a name in `locationShapes`. */
	locationShape?: string;
	/** What a real site is reached with, whose devices are only read; without it one is simulated. */
	realSite?: CredentialData;
}

/**
 * Reads what follows `npm start --`, `--once` and `--locations` with a shape, and the environment:
 * `MIRADORE_SITE`, `MIRADORE_API_KEY` and, for another host, `MIRADORE_BASE_URL`.
 *
 * @throws Error that names what is missing or can't be read.
 */
export function readStartSettings(
	parameters: string[],
	environment: NodeJS.ProcessEnv,
): StartSettings {
	const { values } = readParameters(parameters);
	const realSite = readRealSite(environment);
	if (realSite && values.locations !== undefined) {
		throw new Error('--locations is for a simulated site, and MIRADORE_SITE names a real one.');
	}
	return { once: values.once ?? false, locationShape: readShape(values.locations), realSite };
}

function readParameters(parameters: string[]) {
	const options = { once: { type: 'boolean' }, locations: { type: 'string' } } as const;
	try {
		return parseArgs({ args: parameters, options });
	} catch (error) {
		const { message } = error as Error;
		throw new Error(`${message} There are only --once and --locations with the name of a shape.`);
	}
}

function readShape(name: string | undefined): string | undefined {
	if (name === undefined || Object.hasOwn(locationShapes, name)) return name;
	const names = Object.keys(locationShapes).join(', ');
	throw new Error(`There is no shape '${name}' of locations, only these: ${names}.`);
}

function readRealSite(environment: NodeJS.ProcessEnv): CredentialData | undefined {
	const { MIRADORE_SITE: siteName = '', MIRADORE_API_KEY: apiKey = '' } = environment;
	if (siteName === '' && apiKey === '') return undefined;
	if (siteName === '') throw new Error('MIRADORE_API_KEY is set, but MIRADORE_SITE is not.');
	if (apiKey === '') throw new Error('MIRADORE_SITE is set, but MIRADORE_API_KEY is not.');
	const baseUrl = environment.MIRADORE_BASE_URL ?? 'https://online.miradore.com';
	return { siteName, apiKey, baseUrl, siteNameIn: 'header' };
}
