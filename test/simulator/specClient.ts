import axios, { type AxiosInstance } from 'axios';
import type { SimulatedSite } from '.';

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
