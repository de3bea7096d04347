import { telltaleKey } from '../n8n/traces';
import { startSimulator, type SimulatedSite } from '../simulator';
import { useEditor } from './useEditor';

describe('The form of the credential', () => {
	const apiKey = telltaleKey('credential');
	const session = useEditor();
	let site: SimulatedSite;

	beforeAll(async () => {
		site = await startSimulator({ siteName: 'acme', apiKey });
	});

	afterAll(() => site.stop());

	const good = () => ({ siteName: site.siteName, apiKey: site.apiKey, baseUrl: site.baseUrl });

	it.each([
		['an unknown site', { siteName: 'nobody' }, "No site has this name: check 'Site Name'"],
		[
			'a site in the wrong case',
			{ siteName: 'Acme' },
			"Upper and lower case matter in 'Site Name'",
		],
		['a wrong key', { apiKey: '1_wrong' }, "Miradore refused the key: check 'API Key'"],
		['a site name with a slash', { siteName: 'acme/x' }, "'Site Name'"],
	])('names the cause for %s', async (_, change, text) => {
		const form = await session.editor.addCredential('Miradore API');
		await form.fill({ ...good(), ...change });
		const report = await form.save();
		expect(report.isConnected).toBe(false);
		expect(report.text).toContain(text);
	});

	it('saves a good credential, once a mistake in it is mended, and does not show its key', async () => {
		const form = await session.editor.addCredential('Miradore API');
		await form.rename('Miradore of the form');
		await form.fill({ ...good(), siteName: 'ACME' });
		expect(await form.save()).toMatchObject({ isConnected: false });
		await form.fill({ siteName: 'acme' });
		expect(await form.save()).toMatchObject({ isConnected: true });

		const saved = await session.editor.openCredential('Miradore of the form');
		expect(await saved.value('siteName')).toBe('acme');
		expect(await saved.value('apiKey')).not.toBe('');
		expect(await saved.value('apiKey')).not.toContain(site.apiKey);
	});
});
