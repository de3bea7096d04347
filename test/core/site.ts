import type { IDataObject } from 'n8n-workflow';
import type { CredentialData } from '../n8n/client';
import { startSimulator, type SimulatedSite } from '../simulator';

/** Starts a simulated site for the tests of a file and resets it before each. */
export function useSite(): { readonly site: SimulatedSite; readonly credential: IDataObject } {
	let site: SimulatedSite;
	beforeAll(async () => {
		site = await startSimulator();
	});
	beforeEach(() => {
		site.clearFaults();
		site.clearRequests();
	});
	afterAll(() => site.stop());
	return {
		get site() {
			return site;
		},
		get credential() {
			return credentialOf(site);
		},
	};
}

/** What a user would enter for the site. */
export function credentialOf(
	site: SimulatedSite,
	changes: IDataObject = {},
): CredentialData & IDataObject {
	const { siteName, apiKey, baseUrl } = site;
	return { siteName, apiKey, baseUrl, siteNameIn: 'header', ...changes };
}

/** The spellings in which a key could leak: as it is, for addresses, for forms, for JSON and for XML. */
export function spellings(key: string): string[] {
	const xml = key.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
	return [
		key,
		encodeURIComponent(key),
		new URLSearchParams({ key }).toString().slice('key='.length),
		JSON.stringify(key).slice(1, -1),
		xml,
		xml.replace(/"/g, '&quot;').replace(/'/g, '&#39;'),
	];
}
