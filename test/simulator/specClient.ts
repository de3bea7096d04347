import axios, { type AxiosInstance } from 'axios';
import { startSimulator, type SimulatedSite } from '.';

/** An HTTP client for API paths of the site, which hands back answers of any status as they are. */
export function openClient(site: SimulatedSite): AxiosInstance {
	return axios.create({
		baseURL: `${site.baseUrl}/api/v2`,
		headers: { 'X-Instance-Name': site.siteName, 'X-API-Key': site.apiKey },
		validateStatus: () => true,
		maxRedirects: 0,
		proxy: false,
	});
}

/** A new site for each test of a file, and ways to send requests to it. */
export function useSpecSite() {
	let site: SimulatedSite;
	let client: AxiosInstance;
	beforeEach(async () => {
		site = await startSimulator();
		client = openClient(site);
	});
	afterEach(() => site.stop());
	return {
		get site() {
			return site;
		},
		get client() {
			return client;
		},
		/** Sends a request; gives the status and the body of the answer. */
		send: async (method: string, url: string, data?: unknown) => {
			const answer = await client.request<unknown>({ method, url, data });
			return [answer.status, answer.data];
		},
	};
}
