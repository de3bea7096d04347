import type { Browser } from 'playwright-core';
import { sharedN8n } from '../n8n/sharedN8n';
import { launchChromium } from './chromium';
import { Editor } from './editor';
import { screenshotPath } from './screenshotFolder';

/**
 * Opens n8n's editor in a browser for each test of a file, signed in as the owner, and keeps a
 * screenshot of how each test ended.
 */
export function useEditor(): { readonly editor: Editor } {
	let browser: Browser;
	let editor: Editor;
	beforeAll(async () => {
		browser = await launchChromium();
	});
	beforeEach(async () => {
		const { url, cookie } = sharedN8n();
		editor = await Editor.open(browser, url, cookie);
	});
	afterEach(async () => {
		await editor.screenshot(screenshotPath(expect.getState().currentTestName ?? ''));
		await editor.close();
	});
	afterAll(() => browser.close());
	return {
		get editor() {
			return editor;
		},
	};
}
