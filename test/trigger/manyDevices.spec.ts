import type { IDataObject } from 'n8n-workflow';
import { readAttribute } from '../../nodes/Miradore/inventory/attribute';
import { changesOf, signatureOf } from '../../nodes/Miradore/trigger/changes';
import { pack, unpack } from '../../nodes/Miradore/trigger/keptValues';
import { credentialOf, useSite } from '../core/site';
import { PublishedTrigger } from '../core/trigger';
import type { SimulatedDevice } from '../simulator';
import { useClock } from './clock';

const simulation = useSite();
useClock();

const count = 10_000;
const watch = ['osVersion', 'tags', 'user'];
const tags = Array.from({ length: 40 }, (_, index) => `Tag of the group ${index}`);

it('A poll over 10,000 devices takes at most 12 requests, and keeps at most 200 bytes of each', async () => {
	const { site } = simulation;
	const [pattern] = site.fleet.devices;
	const user = site.fleet.users.get(pattern.userId)!;
	for (let id = 1; id <= count; id++) {
		const email = `anna.very-long-name.${id}@subsidiary.example.com`;
		site.fleet.users.set(id, { ...user, id, email });
	}
	site.fleet.devices = Array.from(
		{ length: count },
		(_, index): SimulatedDevice => ({
			...pattern,
			id: index + 1,
			userId: index + 1,
			status: 'Active',
			osVersion: `14.${index % 30}`,
			tags: Array.from({ length: 5 }, (_one, tag) => tags[(index + 7 * tag) % tags.length]),
		}),
	);
	const parameters = { event: 'deviceChanged', watch };
	const published = new PublishedTrigger({ parameters, credential: credentialOf(site) });
	await published.activate();
	for (const id of [5, 5000, 9999]) site.fleet.devices[id - 1].osVersion = '15';
	site.clearRequests();
	site.latency = 50;
	const begun = performance.now();
	await published.poll();
	const seconds = (performance.now() - begun) / 1000;
	site.latency = 0;
	expect(published.failures).toEqual([]);
	expect(published.delivered.map(({ id }) => id)).toEqual([5, 5000, 9999]);
	expect(site.requests.length).toBeLessThanOrEqual(12);
	const bytes = Buffer.byteLength(published.state) / count;
	console.info(
		`${site.requests.length} requests, ${seconds.toFixed(1)} s, ${bytes.toFixed(1)} bytes a device`,
	);
	expect(bytes).toBeLessThanOrEqual(200);
}, 120_000);

describe('What is kept of a device', () => {
	const watched = ['InvDevice.DeviceName', 'User.Email', 'OSVersionName'].map((attribute) => ({
		attribute,
		label: attribute,
	}));
	const device = (id: number, text: string) => ({
		ID: String(id),
		InvDevice: { DeviceName: `${text} ${id}` },
		User: { Email: `${text}@${id}` },
		OSVersionName: `${id} ${text}`,
	});

	it.each([
		['x'.repeat(500)],
		['電話'.repeat(100)],
		['😀'.repeat(100)],
		['"'.repeat(500)],
		['\\'.repeat(45)],
	])('has at most 200 bytes, whatever is sent: %s', (text) => {
		const known = Object.fromEntries(
			Array.from({ length: 100 }, (_, id) => [id, signatureOf(device(id, text), watched)]),
		);
		const kept = pack(known);
		expect(Buffer.byteLength(JSON.stringify(kept)) / 100).toBeLessThanOrEqual(200);
		expect(unpack(JSON.parse(JSON.stringify(kept)) as IDataObject)).toEqual(known);
	});

	it('tells a change behind what is kept of a long text, and shows what is left of it', () => {
		const before = signatureOf(device(1, `${'x'.repeat(90)}a`), watched);
		const item = device(1, `${'x'.repeat(90)}b`);
		const signature = signatureOf(item, watched);
		const [name] = changesOf({ before, signature, item }, watched);
		expect(name).toMatchObject({ to: item.InvDevice.DeviceName });
		expect(name.from).toMatch(/^x+…$/);
	});

	it('is read whatever the letter case, from lists and from parts of parts', () => {
		const item = {
			LocalIPAddress: '10.0.0.1',
			Tags: [{ Name: 'b' }, { Name: 'a' }, { Name: 'b' }, { Name: '' }],
			Security: { Android: { Rooted: 'No' } },
		};
		expect(readAttribute(item, 'LocalIpAddress')).toEqual(['10.0.0.1']);
		expect(readAttribute(item, 'tag.name')).toEqual(['a', 'b']);
		expect(readAttribute(item, 'Security.Android.Rooted')).toEqual(['No']);
		expect(readAttribute(item, 'User.Email')).toEqual([]);
	});
});
