import setUpN8n from '../n8n/globalSetup';
import { findChromium } from './chromium';
import { makeScreenshotFolder } from './screenshotFolder';

/** Starts the n8n that all specs use, after making sure that there is a browser for it. */
export default async function setUp(): Promise<void> {
	findChromium();
	console.log(`The screenshots of this run are in ${makeScreenshotFolder()}`);
	await setUpN8n();
}
