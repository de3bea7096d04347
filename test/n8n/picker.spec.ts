import { startSimulator, type SimulatedSite } from '../simulator';
import { sharedClient } from './sharedN8n';

describe('The picker of devices in n8n', () => {
	const n8n = sharedClient();
	let site: SimulatedSite;
	let credentialId: string;

	beforeAll(async () => {
		site = await startSimulator({ size: 120 });
		const { siteName, apiKey, baseUrl } = site;
		credentialId = await n8n.createCredential('Miradore', {
			siteName,
			apiKey,
			baseUrl,
			siteNameIn: 'header',
		});
	});

	afterAll(() => site.stop());

	const search = (filter?: string, paginationToken?: unknown) =>
		n8n.searchDevices(credentialId, filter, paginationToken);

	it('gives page after page when the user scrolls', async () => {
		const first = await search();
		expect(first.results).toHaveLength(50);
		const second = await search(undefined, first.paginationToken);
		const inUse = site.fleet.devices.filter(({ status }) => status !== 'Deleted');
		expect([...first.results, ...second.results].map(({ value }) => value)).toEqual(
			inUse.slice(0, 100).map(({ id }) => String(id)),
		);
	});

	it('finds what the user types', async () => {
		const [device] = site.fleet.devices;
		const { results } = await search(device.serialNumber);
		expect(results).toMatchObject([
			{
				value: String(device.id),
				name: `${device.name} (${device.platform}, ${device.serialNumber}) — ${device.model} — ${device.userEmail}`,
			},
		]);
	});

	it('says what is wrong when Miradore refuses the key', async () => {
		site.addFault({ status: 401, times: 2 });
		await expect(search()).rejects.toThrow('Miradore refused the API key (401)');
	});
});
