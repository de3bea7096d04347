import type { Locator, Page } from 'playwright-core';

/** What the editor reports in the corner of the window. */
export class Notes {
	private readonly shown: Locator;

	constructor(page: Page) {
		this.shown = page.locator('.el-notification');
	}

	/** Closes all of them. */
	async dismiss(): Promise<void> {
		const buttons = this.shown.locator('.el-notification__closeBtn');
		for (const button of await buttons.all()) await button.click();
		await this.shown.first().waitFor({ state: 'detached' });
	}

	/** Waits for one, and gives its text. */
	next(): Promise<string> {
		return this.shown.first().innerText();
	}
}
