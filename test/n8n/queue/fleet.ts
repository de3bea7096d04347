import { setTimeout as sleep } from 'node:timers/promises';
import type { SimulatedSite } from '../../simulator';
import { loopback } from '../loopback';

const attempts = 500;
const millisecondsBetween = 200;

/**
 * Starts an execution for devices by a webhook.
 *
 * @throws Error when n8n doesn't take it in; just published webhooks may need some seconds for that.
 */
export async function fire(webhook: string, ids: number[]): Promise<void> {
	for (let attempt = 0; attempt < attempts; attempt += 1) {
		const { status } = await loopback.post(webhook, { ids });
		if (status === 200) return;
		await sleep(millisecondsBetween);
	}
	throw new Error(`${webhook} didn't answer with 200`);
}

/** Parts of a list, each of `size` elements. */
export function batches(ids: number[], size: number): number[][] {
	const starts = ids.flatMap((_, index) => (index % size === 0 ? [index] : []));
	return starts.map((start) => ids.slice(start, start + size));
}

/** How many lock commands the site received for each device, in the order of `ids`. */
export function commandCounts({ requests }: SimulatedSite, ids: number[]): number[] {
	const paths = requests.filter(({ method }) => method === 'POST').map(({ path }) => path);
	const counts = new Map<string, number>();
	for (const path of paths) counts.set(path, (counts.get(path) ?? 0) + 1);
	return ids.map((id) => counts.get(`/Device/${id}/Lock`) ?? 0);
}
