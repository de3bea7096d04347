import type { Locator, Page } from 'playwright-core';
import type { Notes } from './notes';

/** What the output panel shows of an error. */
export interface ShownError {
	message: string;
	description: string;
}

/** The panel of an open node: its parameters and its output. Parameters go by their names. */
export class NodePanel {
	constructor(
		private readonly page: Page,
		readonly panel: Locator,
		private readonly notes: Notes,
	) {}

	/** The editor of a parameter's value. */
	parameter(name: string): Locator {
		return this.panel.getByTestId(`parameter-input-${name}`);
	}

	/** Chooses a saved credential by its name. */
	async chooseCredential(name: string): Promise<void> {
		await this.panel.getByTestId('node-credentials-select').click();
		await this.option(name).click();
	}

	/** How many fields have a red marker. */
	markers(): Promise<number> {
		return this.panel.getByTestId('parameter-issues').count();
	}

	/** What the first red marker says. */
	async markerText(): Promise<string> {
		await this.panel.getByTestId('parameter-issues').first().hover();
		return this.page.locator('.titled-list-item').first().innerText();
	}

	/** Chooses an entry of a parameter with fixed choices by its label. */
	async choose(name: string, label: string): Promise<void> {
		await this.parameter(name).click();
		await this.option(label).click();
	}

	/** Enters text, for example in a parameter of text or a device given by its ID. */
	async fill(name: string, text: string): Promise<void> {
		await this.parameter(name).locator('input, textarea').last().fill(text);
	}

	/** Enters a day, and a time of day, as the date picker writes them: `2026-11-10 00:00:00`. */
	async fillDate(name: string, moment: string): Promise<void> {
		await this.fill(name, moment);
		await this.page.keyboard.press('Enter');
	}

	/** Turns a switch on, or off again. */
	async toggle(name: string): Promise<void> {
		await this.parameter(name).locator('.el-switch').click();
	}

	/** Sets how a parameter such as 'Device' names its value, for example `By ID`. */
	async chooseMode(name: string, mode: string): Promise<void> {
		await this.parameter(name).getByTestId('rlc-mode-selector').click();
		await this.option(mode).click();
	}

	/** Opens the list of a parameter such as 'Device'; gives its rows. */
	async openList(name: string): Promise<Locator> {
		await this.parameter(name).getByTestId('rlc-input').click();
		const rows = this.page.getByTestId('rlc-item');
		await rows.first().waitFor();
		return rows;
	}

	/** Types into the search of the open list and waits for what is found. */
	async searchList(text: string): Promise<void> {
		const answered = this.page.waitForResponse(/resource-locator-results/);
		await this.page.getByTestId('rlc-search').fill(text);
		await answered;
	}

	/** Adds an entry to a collection such as 'Options'. */
	async addTo(collection: string, label: string): Promise<void> {
		const heading = new RegExp(`^\\s*${collection}\\s`);
		const item = this.panel.getByTestId('parameter-item').filter({ hasText: heading });
		await item.getByTestId('collection-parameter-add').click();
		await this.option(label).click();
	}

	/** Runs the node and waits until the editor says how that ended. */
	async execute(): Promise<'success' | 'error'> {
		await this.notes.dismiss();
		await this.panel.getByTestId('node-execute-button').click();
		const note = await this.notes.next();
		return note.includes('executed successfully') ? 'success' : 'error';
	}

	/** The output as the table shows it: for each row its texts by the headings of their columns. */
	async outputRows(): Promise<Array<Record<string, string>>> {
		const table = this.panel.getByTestId('output-panel').locator('table');
		await table.waitFor();
		const headings = await table.locator('thead th').allInnerTexts();
		const rows: Array<Record<string, string>> = [];
		for (const row of await table.locator('tbody tr').all()) {
			const cells = await row.locator('td').allInnerTexts();
			const texts = headings.map((heading, column) => [heading.trim(), cells[column] ?? '']);
			rows.push(Object.fromEntries(texts.filter(([heading]) => heading)) as Record<string, string>);
		}
		return rows;
	}

	/** The error that the output shows in place of items. */
	async outputError(): Promise<ShownError> {
		const output = this.panel.getByTestId('output-panel');
		const [message, description] = await Promise.all([
			output.getByTestId('node-error-message').innerText(),
			output.getByTestId('node-error-description').innerText(),
		]);
		return { message, description };
	}

	private option(label: string): Locator {
		return this.page
			.getByRole('option')
			.filter({ has: this.page.getByText(label, { exact: true }) })
			.or(this.page.getByRole('option', { name: label, exact: true }))
			.first();
	}
}
