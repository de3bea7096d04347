import axios, { type AxiosResponse } from 'axios';
import { XMLParser } from 'fast-xml-parser';
import type { SimulatedSite } from '..';

/** Parameters of a query of API v1; the key of the site is added unless given. */
export type V1Parameters = Record<string, string | undefined>;

interface RequestChanges {
	method?: string;
	siteName?: string;
	data?: string;
}

/** Sends a request to a path below `/<site>/API`, each value encoded on its own. */
export async function request(
	site: SimulatedSite,
	path: string,
	parameters: V1Parameters = {},
	{ method = 'GET', siteName = site.siteName, data }: RequestChanges = {},
): Promise<AxiosResponse<string>> {
	const query = Object.entries({ auth: site.apiKey, ...parameters })
		.filter((entry): entry is [string, string] => entry[1] !== undefined)
		.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
	return await axios.request<string>({
		method,
		url: `${site.baseUrl}/${siteName}/API${path}?${query.join('&')}`,
		data,
		responseType: 'text',
		validateStatus: () => true,
		proxy: false,
	});
}

/** The text of an element, or its children by name; several of a name are a list. */
export type Parsed = string | Parsed[] | { [name: string]: Parsed };

/** Reads XML without its prolog; attributes have an `@` before their names. */
export function parseXml(xml: string): Parsed {
	const parser = new XMLParser({
		ignoreAttributes: false,
		attributeNamePrefix: '@',
		parseTagValue: false,
		ignoreDeclaration: true,
		htmlEntities: true,
	});
	return parser.parse(xml) as Parsed;
}

/** The items of an answer, as a list also if there is one or none. */
export function itemsOf(xml: string, name = 'Device'): Array<Record<string, Parsed>> {
	const { Content } = parseXml(xml) as { Content: { Items: Record<string, Parsed> } };
	return [Content.Items[name] ?? []].flat() as Array<Record<string, Parsed>>;
}
