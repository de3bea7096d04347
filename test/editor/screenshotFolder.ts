import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const variable = 'SCREENSHOTS_OF_THE_SPECS';

/** Makes the folder for the screenshots of one run and gives its path; nothing removes it. */
export function makeScreenshotFolder(): string {
	return (process.env[variable] = mkdtempSync(path.join(tmpdir(), 'n8n-editor-')));
}

/** Where to keep the screenshot of a test, by the test's full name. */
export function screenshotPath(testName: string): string {
	const name = testName.replace(/[^\w]+/g, '-').slice(0, 120);
	return path.join(process.env[variable] ?? tmpdir(), `${name}.png`);
}
