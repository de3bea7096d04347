import type { IDataObject } from 'n8n-workflow';
import { execute, type Run } from '../core/execute';
import { credentialOf, useSite } from '../core/site';
import { startSimulator, type SimulatedSite } from '../simulator';

const simulation = useSite();
/** Locks the device of each item by its id. */
const lock = (items: IDataObject[], changes: Partial<Run> = {}) =>
	execute({
		parameters: {
			operation: 'lock',
			deviceId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
		},
		items,
		credential: simulation.credential,
		...changes,
	});

describe('a credential by expression', () => {
	let other: SimulatedSite;
	beforeAll(async () => {
		other = await startSimulator();
	});
	beforeEach(() => other.clearRequests());
	afterAll(() => other.stop());

	it('sends each item to the site that it names', async () => {
		const { site } = simulation;
		const items = [site, other, site].map(({ baseUrl, apiKey }) => ({ id: 1, baseUrl, apiKey }));
		const { success, error } = await lock(items, {
			credential: {
				...simulation.credential,
				baseUrl: '={{ $json.baseUrl }}',
				apiKey: '={{ $json.apiKey }}',
			},
		});
		expect(error).toBeUndefined();
		expect(success).toHaveLength(3);
		expect(site.requests).toHaveLength(1);
		expect(other.requests).toHaveLength(1);
		expect(other.fleet.devices[0].lockedAt).toHaveLength(1);
	});

	it.each(['undefined', 'null', '""', '[1]'])(
		'that gives %s fails its item alone',
		async (value) => {
			const { success } = await lock([{ id: 1, site: 'acme' }, { id: 2 }], {
				credential: {
					...simulation.credential,
					siteName: `={{ $json.site ?? ${value} }}`,
				},
				settings: { onError: 'continueRegularOutput' },
			});
			expect(success[0].json).toMatchObject({ success: true, outcome: 'sent' });
			expect(success[1].json.error).toContain(
				"'Site Name' in the Miradore credential can't be used",
			);
			const { requests } = simulation.site;
			expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
				'POST /Device/1/Lock',
			]);
		},
	);

	it('takes addresses of devices for those of its own site alone', async () => {
		const addresses = [simulation.site, other].map(
			(site) => `${site.baseUrl}/${site.siteName}/Device/2`,
		);
		const items = addresses.map((address) => ({ address, baseUrl: simulation.site.baseUrl }));
		const { success } = await lock(items, {
			parameters: {
				operation: 'lock',
				deviceId: { __rl: true, mode: 'url', value: '={{ $json.address }}' },
			},
			credential: credentialOf(simulation.site, { baseUrl: '={{ $json.baseUrl }}' }),
			settings: { onError: 'continueRegularOutput' },
		});
		expect(success[0].json).toMatchObject({ success: true, outcome: 'sent', deviceId: 2 });
		expect(success[1].json.error).toContain("'Device' by URL is not an address of");
		expect(other.requests).toEqual([]);
	});

	it('is looked at once, and read once where it has none', async () => {
		const items = [1, 2, 3].map((id) => ({ id }));
		const once = { stored: 1, evaluated: 1 };
		expect((await lock(items)).credentialReads).toEqual(once);
		const dry = { operation: 'lock', deviceId: '={{ $json.id }}', options: { dryRun: true } };
		expect((await lock(items, { parameters: dry })).credentialReads).toEqual(once);
		const credential = { ...simulation.credential, siteNameIn: '={{ "header" }}' };
		const forEach = { stored: 1, evaluated: 3 };
		expect((await lock(items, { credential })).credentialReads).toEqual(forEach);
	});
});
