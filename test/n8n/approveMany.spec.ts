import { randomUUID } from 'node:crypto';
import type { INode, INodeParameters } from 'n8n-workflow';
import { credentialOf } from '../core/site';
import { startSimulator, type SimulatedDevice, type SimulatedSite } from '../simulator';
import { readExample } from './examples';
import { answerMail, startMailbox, type Mailbox } from './mailbox';
import { sharedClient } from './sharedN8n';
import { waitUntil } from './waitUntil';
import { inARow, manualTrigger, miradore } from './workflows';

// What docs/operations.md tells under 'Ask before a command to many devices'.
describe('Send and Wait behind Get Many', () => {
	const n8n = sharedClient();
	let site: SimulatedSite;
	let mailbox: Mailbox;
	let smtp: string;
	let credentialId: string;
	let devices: SimulatedDevice[];

	beforeAll(async () => {
		[site, mailbox] = await Promise.all([startSimulator(), startMailbox()]);
		smtp = await n8n.createCredential('Mailbox of many', mailbox.credential, 'smtp');
		credentialId = await n8n.createCredential('Approved many', credentialOf(site));
		devices = site.fleet.devices.slice(0, 3);
		const [{ userEmail, userId }] = devices;
		for (const device of devices) Object.assign(device, { userEmail, userId, status: 'Active' });
	});
	beforeEach(() => {
		site.clearRequests();
		mailbox.mails.length = 0;
	});
	afterAll(() => Promise.all([site.stop(), mailbox.stop()]));

	const fromExample = (name: string): INode => {
		const { nodes } = readExample('wipe-with-approval.json');
		return { ...(nodes.find((node) => node.name === name) as INode), id: randomUUID() };
	};
	const getMany = (name: string) => {
		const value = devices[0].userEmail;
		const filters = { userEmail: { __rl: true, mode: 'email', value } };
		return miradore(name, 'getAll', credentialId, '', { returnAll: true, filters });
	};
	const command = (name: string, deviceId: string, parameters: INodeParameters = {}) =>
		miradore(name, 'lock', credentialId, deviceId, parameters);

	/** Runs what comes behind the approved question; gives the commands that the site got. */
	async function approve(behind: INode[]): Promise<string[]> {
		const ask = fromExample('Ask for Approval');
		const question = {
			...ask,
			webhookId: randomUUID(),
			credentials: { smtp: { id: smtp, name: 'smtp' } },
			parameters: { ...ask.parameters, subject: 'Lock?', message: 'Lock?' },
		};
		const workflow = inARow(
			'Approve many',
			[manualTrigger('Run')],
			[getMany('Devices'), question, fromExample('Approved?'), ...behind],
		);
		const execution = await n8n.start(await n8n.createWorkflow(workflow), 'Run');
		await waitUntil(() => mailbox.mails.length > 0, 60);
		expect(await answerMail(mailbox.mails[0], true)).toBe(200);
		expect((await n8n.waitForExecution(execution)).status).toBe('success');
		expect(mailbox.mails).toHaveLength(1);
		return site.requests
			.filter(({ method }) => method !== 'GET')
			.map(({ method, path }) => `${method} ${path}`)
			.sort();
	}

	it('gives one item: a command on the devices in front of it is sent to the first alone', async () => {
		expect(await approve([command('Lock', "={{ $('Devices').item.json.id }}")])).toEqual([
			`POST /Device/${devices[0].id}/Lock`,
		]);
	});

	it('has all devices after another Get Many', async () => {
		const retire = { operation: 'retire', confirm: true };
		const sent = await approve([
			getMany('Devices Again'),
			command('Lock', '={{ $json.id }}'),
			command('Retire', '={{ $json.deviceId }}', retire),
		]);
		expect(sent).toEqual(
			devices.flatMap(({ id }) => [`DELETE /Device/${id}`, `POST /Device/${id}/Lock`]).sort(),
		);
	});
});
