import { parseArgs } from 'node:util';
import { listStyles, locationShapes } from '../simulator';
import type { CredentialData } from './client';

/** What `npm start` was asked to do. */
export interface StartSettings {
	/** Whether it ends after the run instead of staying until Ctrl-C. */
	once: boolean;
	/** How the simulated site writes locations: a name in `locationShapes`. */
	locationShape?: string;
	/** How it writes lists: a name in `listStyles`. */
	listStyle?: string;
	/** What a real site is reached with, whose devices are only read; without it one is simulated. */
	realSite?: CredentialData;
}

/**
 * Reads what follows `npm start --`, `--once`, `--locations` with a shape and `--lists` with a style,
 * and the environment:
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
	for (const name of ['locations', 'lists'] as const) {
		if (!realSite || values[name] === undefined) continue;
		throw new Error(`--${name} is for a simulated site, and MIRADORE_SITE names a real one.`);
	}
	return {
		once: values.once ?? false,
		locationShape: readName(values.locations, locationShapes, 'shape', 'locations'),
		listStyle: readName(values.lists, listStyles, 'style', 'lists'),
		realSite,
	};
}

function readParameters(parameters: string[]) {
	const options = {
		once: { type: 'boolean' },
		locations: { type: 'string' },
		lists: { type: 'string' },
	} as const;
	try {
		return parseArgs({ args: parameters, options });
	} catch (error) {
		const { message } = error as Error;
		throw new Error(
			`${message} There are only --once, --locations with the name of a shape and --lists with that of a style.`,
		);
	}
}

function readName(
	name: string | undefined,
	known: object,
	kind: string,
	what: string,
): string | undefined {
	if (name === undefined || Object.hasOwn(known, name)) return name;
	const names = Object.keys(known).join(', ');
	throw new Error(`There is no ${kind} '${name}' of ${what}, only these: ${names}.`);
}

function readRealSite(environment: NodeJS.ProcessEnv): CredentialData | undefined {
	const { MIRADORE_SITE: siteName = '', MIRADORE_API_KEY: apiKey = '' } = environment;
	if (siteName === '' && apiKey === '') return undefined;
	if (siteName === '') throw new Error('MIRADORE_API_KEY is set, but MIRADORE_SITE is not.');
	if (apiKey === '') throw new Error('MIRADORE_SITE is set, but MIRADORE_API_KEY is not.');
	const baseUrl = environment.MIRADORE_BASE_URL ?? 'https://online.miradore.com';
	return { siteName, apiKey, baseUrl, siteNameIn: 'header' };
}
