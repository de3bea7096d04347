import type { Browser, BrowserContext } from 'playwright-core';
import { sharedN8n } from '../n8n/sharedN8n';
import { launchChromium } from './chromium';
import { Editor } from './editor';
import { screenshotPath } from './screenshotFolder';

/**
 * Opens a window with n8n's editor for each test of a file, signed in as the owner, and keeps a
 * screenshot of how each test ended.
 */
export function useEditor(): { readonly editor: Editor } {
	let browser: Browser;
	let context: BrowserContext;
	let editor: Editor;
	beforeAll(async () => {
		const { url, cookie } = sharedN8n();
		browser = await launchChromium();
		context = await Editor.signIn(browser, url, cookie);
	});
	beforeEach(async () => {
		editor = await Editor.open(context, sharedN8n().url);
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
