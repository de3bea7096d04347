import axios from 'axios';
import { simpleAttributes } from '../../nodes/Miradore/inventory/device';
import { queryRequest } from '../../nodes/Miradore/inventory/query';
import { readPage } from '../../nodes/Miradore/transport/items';
import { inOrder, largestPage, pageOf, rowsOf } from '../../nodes/Miradore/transport/listRequest';
import { toQueryString } from '../../nodes/Miradore/transport/request';
import type { N8nClient } from '../n8n/client';
import { miradore } from '../n8n/workflows';
import type { SimulatedSite } from '../simulator';
import { watchMemory } from './memory';
import { saveWorkflow } from './scenarios';
import type { Result } from './statistics';

interface ListOptions {
	count: number;
	rounds: number;
	/** The process of n8n. */
	pid: number;
}

/** The list that Get Many reads where it isn't told otherwise. */
const simpleList = queryRequest({
	item: 'Device',
	select: simpleAttributes,
	filters: ['Status ne Deleted'],
});

/** Lists all devices over API v1, and fetches the same pages without reading them. */
export async function measureList(
	client: N8nClient,
	site: SimulatedSite,
	credentialId: string,
	{ count, rounds, pid }: ListOptions,
): Promise<Result[]> {
	const bare = (rows: number) => ({
		...miradore('List', 'getAll', credentialId, ''),
		type: 'CUSTOM.fetchPages',
		parameters: {
			baseUrl: site.baseUrl,
			site: site.siteName,
			pages: Math.ceil(count / rows),
			rows,
		},
	});
	const ways = [
		miradore('List', 'getAll', credentialId, '', { returnAll: true }),
		bare(rowsOf(simpleList)),
		bare(largestPage),
	];
	const names = [`Get Many, ${count} devices`, 'The same pages, bare', 'Pages of 250, bare'];
	const all = site.fleet.devices;
	site.fleet.devices = all.slice(0, count);
	const results: Result[] = [];
	for (const [index, node] of ways.entries()) {
		const workflow = await saveWorkflow(client, 1, [node]);
		const result: Result = { name: names[index], times: [], lockedOnce: 0, refused: 0, memory: 0 };
		for (let round = 0; round < rounds; round++) {
			const peak = watchMemory(pid);
			const { data } = await client.run(workflow, 'Start');
			result.times.push(data.resultData.runData.List[0].executionTime);
			result.memory = Math.max(result.memory ?? 0, peak() ?? 0);
			console.log(`${result.name}: ${result.times.at(-1)} ms`);
		}
		results.push(result);
	}
	site.fleet.devices = all;
	return results;
}

/** Milliseconds that reading the same pages takes, without fetching them. */
export async function measureParsing(site: SimulatedSite, count: number): Promise<Result> {
	const all = site.fleet.devices;
	site.fleet.devices = all.slice(0, count);
	const pages: string[] = [];
	for (let page = 1; page <= Math.ceil(count / rowsOf(simpleList)); page++) {
		const query = toQueryString({
			...pageOf(inOrder(simpleList), rowsOf(simpleList), page).query,
			auth: site.apiKey,
		});
		const { data } = await axios.get<string>(
			`${site.baseUrl}/${site.siteName}/API/Device${query}`,
			{
				responseType: 'text',
				proxy: false,
			},
		);
		pages.push(data);
	}
	site.fleet.devices = all;
	const times = Array.from({ length: 9 }, () => {
		const start = performance.now();
		for (const page of pages) readPage(page);
		return performance.now() - start;
	});
	return { name: `Parsing ${count} devices`, times, lockedOnce: 0, refused: 0 };
}
