import type { Locator } from 'playwright-core';

/** How n8n's test of a credential ended, as the form shows it. */
export interface ConnectionReport {
	isConnected: boolean;
	/** What the form says, with the details. */
	text: string;
}

/** The form of a credential. */
export class CredentialForm {
	constructor(readonly form: Locator) {}

	/** Fills in fields of text by their names. */
	async fill(values: Record<string, string>): Promise<void> {
		for (const [name, value] of Object.entries(values)) {
			await this.form.getByTestId(`parameter-input-${name}`).locator('input').fill(value);
		}
	}

	/** What a field of text shows. */
	value(name: string): Promise<string> {
		return this.form.getByTestId(`parameter-input-${name}`).locator('input').inputValue();
	}

	/** Gives the credential another name. */
	async rename(name: string): Promise<void> {
		await this.form.getByTestId('credential-name').click();
		await this.form.getByTestId('inline-edit-input').fill(name);
		await this.form.page().keyboard.press('Enter');
	}

	/** Saves what is filled in, which also tests it, and gives what the test says. */
	async save(): Promise<ConnectionReport> {
		const tested = this.form.page().waitForResponse(/\/rest\/credentials\/test$/);
		await this.form.getByTestId('credential-save-button').click();
		await tested;
		const success = this.form.getByText('Connection tested successfully');
		const failure = this.form.getByText('Couldn’t connect with these settings');
		await success.or(failure).filter({ visible: true }).first().waitFor();
		if (await success.isVisible()) return { isConnected: true, text: await success.innerText() };
		await this.form.getByText('More details').click();
		const banner = this.form.locator('.el-tag').filter({ visible: true });
		return { isConnected: false, text: await banner.innerText() };
	}
}
