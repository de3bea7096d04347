import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { longestWaitMs } from './chromium';
import { CredentialForm } from './credentialForm';
import { Notes } from './notes';
import { NodePanel } from './nodePanel';

const size = { width: 1280, height: 800 };

/** Frames without a change after which the canvas doesn't move any more; a busy machine draws them later. */
const framesToStandStill = 30;

/** n8n's editor in a browser, used through what a user sees. All methods throw after five minutes. */
export class Editor {
	/** What the editor reports in the corner of the window. */
	readonly notes: Notes;

	private constructor(
		readonly page: Page,
		private readonly url: string,
	) {
		this.notes = new Notes(page);
	}

	/**
	 * Signs in for the editor. What the browser has loaded for one window serves the next ones, too.
	 *
	 * @param url the editor's address
	 * @param cookie of the sign-in, as `name=value`
	 */
	static async signIn(browser: Browser, url: string, cookie: string): Promise<BrowserContext> {
		const context = await browser.newContext({ viewport: size });
		const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
		await context.addCookies([{ name, value, url }]);
		return context;
	}

	/** Opens a window with the editor for somebody who has signed in. */
	static async open(context: BrowserContext, url: string): Promise<Editor> {
		const page = await context.newPage();
		page.setDefaultTimeout(longestWaitMs);
		return new Editor(page, url);
	}

	/** Shows a saved workflow. */
	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.page.locator('.vue-flow__node').first().waitFor();
	}

	/** Imports a file into a new workflow, which n8n then saves; gives the workflow's id. */
	async importWorkflow(file: string): Promise<string> {
		await this.page.goto(`${this.url}/workflow/new`);
		const saved = this.page.waitForResponse(
			(response) =>
				/\/rest\/workflows(\/|$|\?)/.test(response.url()) && response.request().method() !== 'GET',
		);
		await this.page.getByTestId('workflow-import-input').setInputFiles(file);
		await this.page.locator('.vue-flow__node').first().waitFor();
		const { data } = (await (await saved).json()) as { data: { id: string } };
		return data.id;
	}

	/** Shows the whole workflow. */
	async fitCanvas(): Promise<void> {
		await this.page.getByTestId('zoom-to-fit').click();
		// The canvas glides there, beginning some frames later.
		await this.page.locator('.vue-flow__transformationpane').evaluate(async (pane, enough) => {
			let last = '';
			for (let still = 0; still < enough; still += 1) {
				await new Promise(requestAnimationFrame);
				const { transform } = getComputedStyle(pane);
				if (transform !== last) still = 0;
				last = transform;
			}
		}, framesToStandStill);
	}

	/** The box of a node on the canvas. */
	node(name: string): Locator {
		return this.page.getByTestId('canvas-node').filter({ hasText: name });
	}

	/** Opens the panel of a node of the workflow. */
	async openNode(name: string): Promise<NodePanel> {
		await this.node(name).dblclick();
		return this.nodePanel();
	}

	/**
	 * Adds a node from the panel of nodes behind the node that is chosen, and opens it.
	 *
	 * @param service as the panel names it
	 * @param action what the panel offers for it, such as `Lock device`
	 */
	async addNode(service: string, action: string): Promise<NodePanel> {
		await this.page.getByTestId('node-creator-plus-button').click();
		await this.page.getByTestId('node-creator-search-bar').fill(service);
		await this.page.getByTestId('node-creator-item-name').filter({ hasText: service }).click();
		await this.page.getByTestId('node-creator-item-name').filter({ hasText: action }).click();
		return this.nodePanel();
	}

	/** Opens the form for a new credential of that type. */
	async addCredential(type: string): Promise<CredentialForm> {
		await this.page.goto(`${this.url}/home/credentials`);
		await this.page.getByTestId('add-resource-credential').click();
		await this.page.getByTestId('new-credential-type-select').getByRole('combobox').fill(type);
		await this.page.getByRole('option', { name: type, exact: true }).click();
		await this.page.getByTestId('new-credential-type-button').click();
		return new CredentialForm(this.page.getByTestId('editCredential-modal'));
	}

	/** Opens the form of a saved credential. */
	async openCredential(name: string): Promise<CredentialForm> {
		await this.page.goto(`${this.url}/home/credentials`);
		await this.page.getByTestId('resources-list-item').filter({ hasText: name }).click();
		return new CredentialForm(this.page.getByTestId('editCredential-modal'));
	}

	/** Runs the whole workflow by hand and gives what the editor says about the end. */
	async execute(): Promise<string> {
		await this.notes.dismiss();
		await this.page.getByTestId('execute-workflow-button').click();
		return this.notes.next();
	}

	/** Keeps a picture of the window as PNG. */
	async screenshot(path: string): Promise<void> {
		await this.page.screenshot({ path });
	}

	/** Closes the window. */
	async close(): Promise<void> {
		await this.page.close();
	}

	private async nodePanel(): Promise<NodePanel> {
		const panel = this.page.getByTestId('ndv');
		await panel.getByTestId('node-parameters').waitFor();
		return new NodePanel(this.page, panel, this.notes);
	}
}
