import type { INodeParameters } from 'n8n-workflow';
import { credentialOf } from '../core/site';
import { startSimulator, type SimulatedDevice, type SimulatedSite } from '../simulator';
import { publishExample } from './examples';
import { fileOf, readEnding, submitForm, textsOf } from './forms';
import { startMailbox, type Mailbox } from './mailbox';
import { placesOf, tracksIn } from './mapFile';
import { sharedClient } from './sharedN8n';
import { telltaleKey } from './traces';
import { waitUntil } from './waitUntil';

describe('An example with a form', () => {
	const n8n = sharedClient();
	let site: SimulatedSite;
	let credentialIds: Record<string, string>;
	let device: SimulatedDevice;
	let mailbox: Mailbox;

	beforeAll(async () => {
		site = await startSimulator({ now: new Date(), apiKey: telltaleKey('forms') });
		mailbox = await startMailbox();
		credentialIds = {
			miradoreApi: await n8n.createCredential('Forms', credentialOf(site)),
			smtp: await n8n.createCredential('Mailbox', mailbox.credential, 'smtp'),
		};
		device = site.fleet.devices.find(
			({ fixes, status }) => fixes.length > 1 && status !== 'Deleted',
		) as SimulatedDevice;
	});
	beforeEach(() => {
		site.clearRequests();
		site.clearFaults();
		device.lockedAt = [];
	});
	afterAll(() => Promise.all([site.stop(), mailbox.stop()]));

	/** Fills in the form of an example; gives the page at the end. */
	async function fillIn(
		file: string,
		values: string[],
		options: Record<string, INodeParameters> = {},
	): Promise<string> {
		const workflow = await publishExample(n8n, file, { credentialIds, options });
		const ending = await readEnding(await submitForm(workflow, values));
		await n8n.deactivate(workflow);
		return ending;
	}
	const commands = () => site.requests.filter(({ method }) => method !== 'GET');

	describe('that locks by serial number', () => {
		const lock = (serialNumber: string, options: Record<string, INodeParameters> = live) =>
			fillIn('lock-by-serial-number.json', [serialNumber], options);
		const live = { Lock: { maximumDevices: 1 } };

		it('sends nothing as it comes, with Dry Run on, and says so', async () => {
			const ending = await lock(device.serialNumber, {});
			expect(textsOf(ending)).toContain(`This was a dry run about device ${device.id}.`);
			expect(commands()).toEqual([]);
		});

		it('locks the device and no other, and says so', async () => {
			const ending = await lock(device.serialNumber.toLowerCase());
			expect(textsOf(ending)).toContain('The device will be locked');
			expect(textsOf(ending)).toContain(`the command for device ${device.id}.`);
			expect(commands()).toMatchObject([{ method: 'POST', path: `/Device/${device.id}/Lock` }]);
			expect(device.lockedAt).toHaveLength(1);
		});

		it('locks none for a serial number that no device has, and says so without its HTML', async () => {
			const ending = await lock('<img src=x>');
			expect(textsOf(ending)).toContain('Nothing was locked');
			expect(textsOf(ending)).toContain('No device has the serial number &lt;img src');
			expect(commands()).toEqual([]);
		});

		it('tells the error of Miradore', async () => {
			site.addFault({ path: `/Device/${device.id}/Lock`, status: 403 });
			const ending = await lock(device.serialNumber);
			expect(textsOf(ending)).toContain('Nothing was locked');
			expect(textsOf(ending)).toContain('Miradore refused access to the site (403)');
			expect(device.lockedAt).toEqual([]);
		});
	});

	it('answers with a map of where the device has been', async () => {
		const ending = await fillIn('where-was-it.json', [device.serialNumber, '30']);
		const map = fileOf(ending);
		expect(map).toMatch(/^<!doctype html>/);
		expect(tracksIn(map).map(({ points }) => points)).toEqual([placesOf(device.fixes)]);
		expect(map).toContain(`<h1>${device.serialNumber}`);
		expect(commands()).toEqual([]);
	});

	it('says why there is no map: no such device, no days, no location', async () => {
		const ask = async (...values: string[]) => textsOf(await fillIn('where-was-it.json', values));
		const unknown = await ask('<img src=x>', '30');
		expect(unknown).toContain('There is no map');
		expect(unknown).toContain('No device has the serial number &lt;img src');
		expect(await ask(device.serialNumber, '0')).toContain("'Last Days'");
		const unlocated = site.fleet.devices.find(
			({ fixes, status }) => fixes.length === 0 && status !== 'Deleted',
		) as SimulatedDevice;
		expect(await ask(unlocated.serialNumber, '30')).toContain(
			`Miradore has no location of ${unlocated.serialNumber} in the last 30 days.`,
		);
		site.addFault({ path: `/Device/${device.id}/Location`, status: 403 });
		expect(await ask(device.serialNumber, '30')).toContain('Miradore refused access');
	});

	it('asks by mail before a wipe, with what was entered as text and not as HTML', async () => {
		Object.assign(device, { name: '<b>R&D', wipedAt: [] });
		const workflow = await publishExample(n8n, 'wipe-with-approval.json', { credentialIds });
		await submitForm(workflow, [device.serialNumber, '<img src=x>']);
		await waitUntil(() => mailbox.mails.length > 0, 60);
		await n8n.deactivate(workflow);
		const [{ html }] = mailbox.mails;
		const { model, serialNumber } = device;
		expect(html).toContain(`Wipe &lt;b>R&amp;D (${model}, serial number ${serialNumber}, user `);
		expect(html).toContain('<p>&lt;img src=x></p>');
		expect(html).not.toMatch(/<img src|undefined|null/);
		expect(commands()).toEqual([]);
	});
});
