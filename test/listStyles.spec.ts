import type { IDataObject } from 'n8n-workflow';
import { execute } from './core/execute';
import { search } from './core/search';
import { credentialOf } from './core/site';
import { PublishedTrigger } from './core/trigger';
import { listStyles, startSimulator, type SimulatedSite } from './simulator';

let site: SimulatedSite;
const styles = Object.keys(listStyles);

/** What the site gives over and over again, in the usual way. */
async function sizes(listStyle: string) {
	site = await startSimulator({ size: 300, listStyle });
	const credential = credentialOf(site);
	const run = (parameters: IDataObject) => execute({ parameters, credential });
	const all = await run({ operation: 'getAll', returnAll: true });
	const deviceId = { __rl: true, mode: 'id', value: '1' };
	const one = await run({ operation: 'get', deviceId });
	const shown = await search('searchDevices', credential);
	const trigger = new PublishedTrigger({ parameters: { event: 'deviceAdded' }, credential });
	await trigger.activate();
	const [pattern] = site.fleet.devices;
	site.fleet.devices.push({ ...pattern, id: 1000 });
	await trigger.poll();
	return { all, one, shown, told: trigger.delivered.map(({ id }) => id) };
}

afterEach(() => site.stop());

it.each(styles)('a site of the style %s is read whole, by all that reads lists', async (style) => {
	const { all, one, shown, told } = await sizes(style);
	const inUse = site.fleet.devices.filter(({ status, id }) => status !== 'Deleted' && id < 1000);
	expect([all.error, one.error]).toEqual([undefined, undefined]);
	expect(all.success.map(({ json }) => json.id)).toEqual(inUse.map(({ id }) => id));
	expect(one.success.map(({ json }) => json.id)).toEqual([1]);
	expect(shown.results.length).toBeGreaterThan(40);
	expect(told).toEqual([1000]);
});
