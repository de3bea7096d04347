import { parseArgs } from 'node:util';
import { listStyles, locationShapes } from '../simulator';
import type { CredentialData } from './client';

/** What `npm start` was asked to do. */
export interface StartSettings {
	/** The text to show instead of starting anything, where it was asked for. */
	help?: string;
	/** Whether it ends after the run instead of staying until Ctrl-C. */
	once: boolean;
	/** How the simulated site writes locations: a name in `locationShapes`. */
	locationShape?: string;
	/** How it writes lists: a name in `listStyles`. */
	listStyle?: string;
	/** What a real site is reached with, whose devices are only read; without it one is simulated. */
	realSite?: CredentialData;
}

const help = `npm start -- [options]

Starts n8n with this package and a simulated Miradore site, and runs an example in it.

  --once               ends after the example instead of staying until Ctrl-C
  --locations <shape>  how the simulated site writes locations:
                       ${wrapped(namesOf(locationShapes))}
  --lists <style>      how it writes lists:
                       ${wrapped(namesOf(listStyles))}
  --help, -h           shows this

With MIRADORE_SITE and MIRADORE_API_KEY in the environment, and MIRADORE_BASE_URL for another
host, it reads where the devices of a real site are, and changes nothing there.`;

/**
 * Reads what follows `npm start --`, `--once`, `--locations` with a shape, `--lists` with a style and `--help`,
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
	if (values.help) return { once: true, help };
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
		help: { type: 'boolean', short: 'h' },
	} as const;
	try {
		return parseArgs({ args: parameters, options });
	} catch (error) {
		const { message } = error as Error;
		throw new Error(
			`${message} There are only --once, --locations with the name of a shape, --lists with that of a style and --help.`,
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
	throw new Error(`There is no ${kind} '${name}' of ${what}, only these: ${namesOf(known)}.`);
}

/** Names in lines that fit a terminal, below what the help says. */
function wrapped(names: string): string {
	return names.replace(/(.{1,70})( |$)/g, `$1\n${' '.repeat(23)}`).trim();
}

function namesOf(known: object): string {
	return Object.keys(known).join(', ');
}

function readRealSite(environment: NodeJS.ProcessEnv): CredentialData | undefined {
	const { MIRADORE_SITE: siteName = '', MIRADORE_API_KEY: apiKey = '' } = environment;
	if (siteName === '' && apiKey === '') return undefined;
	if (siteName === '') throw new Error('MIRADORE_API_KEY is set, but MIRADORE_SITE is not.');
	if (apiKey === '') throw new Error('MIRADORE_SITE is set, but MIRADORE_API_KEY is not.');
	const baseUrl = environment.MIRADORE_BASE_URL ?? 'https://online.miradore.com';
	return { siteName, apiKey, baseUrl, siteNameIn: 'header' };
}
