import { credentialOf } from '../core/site';
import { startSimulator, type SimulatedSite } from '../simulator';
import { startChatModel, type ChatModel } from './chatModel';
import { sharedClient } from './sharedN8n';
import { telltaleKey } from './traces';

/** What the tests of a file have, once they run. */
interface SiteAndModel {
	readonly site: SimulatedSite;
	readonly model: ChatModel;
	/** Of n8n's credentials for them. */
	readonly credentialId: string;
	readonly modelId: string;
}

/**
 * A site and a chat model for the tests of a file, each with a credential in n8n. Before each test the site
 * has got no request, no device is locked, and the model is as it was started.
 *
 * @param name tells the site's key from those of other files
 */
export function useModel(name: string): SiteAndModel {
	let used: SiteAndModel;
	beforeAll(async () => {
		const n8n = sharedClient();
		const starts = startSimulator({ apiKey: telltaleKey(name) });
		const [site, model] = await Promise.all([starts, startChatModel()]);
		const modelCredential = { apiKey: 'any', url: model.url };
		used = {
			site,
			model,
			credentialId: await n8n.createCredential('Miradore', credentialOf(site)),
			modelId: await n8n.createCredential('Model', modelCredential, 'openAiApi'),
		};
	});
	beforeEach(() => {
		const { model, site } = used;
		model.reset();
		site.clearRequests();
		site.clearFaults();
		for (const device of site.fleet.devices) device.lockedAt = [];
	});
	afterAll(() => Promise.all([used.site.stop(), used.model.stop()]));
	return {
		get site() {
			return used.site;
		},
		get model() {
			return used.model;
		},
		get credentialId() {
			return used.credentialId;
		},
		get modelId() {
			return used.modelId;
		},
	};
}
