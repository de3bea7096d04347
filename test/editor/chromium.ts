import { existsSync } from 'node:fs';
import { chromium, selectors, type Browser } from 'playwright-core';

/** For what never comes; a busy machine is slow. */
export const longestWaitMs = 300_000;

const usualPlaces = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** What keeps the browser from asking for anything but the pages it is told to open. */
const parameters = [
	// As root, as in a container, Chromium has no sandbox.
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/**
 * The path of the browser: what the environment variable `CHROMIUM` says, or the first of the usual
 * places where one is.
 *
 * @throws Error that tells how to get one
 */
export function findChromium(): string {
	const named = process.env.CHROMIUM;
	const found = (named ? [named] : usualPlaces).find((path) => existsSync(path));
	if (found) return found;
	throw new Error(
		named
			? `The environment variable CHROMIUM names ${named}, where nothing is.`
			: 'Chromium was not found. On Debian or Ubuntu: apt-get install chromium. Where it is in another place, set the environment variable CHROMIUM to its path.',
	);
}

/** Starts a browser without a window and without anything kept from an earlier one. */
export function launchChromium(): Promise<Browser> {
	selectors.setTestIdAttribute('data-test-id'); // as n8n names it
	return chromium.launch({
		executablePath: findChromium(),
		args: parameters,
		timeout: longestWaitMs,
	});
}
