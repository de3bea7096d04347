import type { INodeParameters } from 'n8n-workflow';
import { credentialOf } from '../core/site';
import { startSimulator, type SimulatedDevice, type SimulatedSite } from '../simulator';
import type { SavedWorkflow } from './client';
import { publishExample } from './examples';
import { submitForm } from './forms';
import { answerMail, startMailbox, type Mail, type Mailbox } from './mailbox';
import { sharedClient } from './sharedN8n';
import { telltaleKey } from './traces';
import { waitUntil } from './waitUntil';

const file = 'offboard-a-user.json';

/** Options of the nodes that lock and retire: as in the example, but for 'Dry Run'. */
export const live: INodeParameters = { includeInputFields: true, maximumDevices: 10 };

/** The same as the example comes, so that nothing is sent. */
export const dry: INodeParameters = { ...live, dryRun: true };

/** How an offboarding goes; where nothing is said, both nodes are live. */
interface Course {
	/** The options in place of those in the file, by node. */
	options?: Record<string, INodeParameters>;
	/** Happens after the question was sent and before it is answered. */
	meanwhile?: () => void;
}

/**
 * A site for the tests of a file where one person has three devices, the same before each, a mailbox,
 * and ways to have the example offboard somebody.
 */
export function useOffboarding() {
	const n8n = sharedClient();
	let site: SimulatedSite;
	let mailbox: Mailbox;
	let credentialIds: Record<string, string>;
	let devices: SimulatedDevice[];
	let email: string;
	let userId: number;

	beforeAll(async () => {
		const starts = startSimulator({ now: new Date(), apiKey: telltaleKey('offboarding') });
		[site, mailbox] = await Promise.all([starts, startMailbox()]);
		credentialIds = {
			miradoreApi: await n8n.createCredential('Offboarding', credentialOf(site)),
			smtp: await n8n.createCredential('Mailbox', mailbox.credential, 'smtp'),
		};
		devices = site.fleet.devices.slice(0, 3);
		({ userEmail: email, userId } = devices[0]);
		devices[0].name = '<img src=x> R&D';
	});
	beforeEach(() => {
		site.clearRequests();
		site.clearFaults();
		mailbox.mails.length = 0;
		for (const device of devices) {
			Object.assign(device, { userId, userEmail: email, status: 'Active', lockedAt: [] });
		}
	});
	afterAll(() => Promise.all([site.stop(), mailbox.stop()]));

	/** Waits for the mail of this number, from 0. */
	async function mail(index: number): Promise<Mail> {
		await waitUntil(() => mailbox.mails.length > index, 60);
		return mailbox.mails[index];
	}

	/** Publishes the example and fills in its form; gives the workflow, which is to be deactivated. */
	async function submit(person: string, options: Course['options'] = {}): Promise<SavedWorkflow> {
		const workflow = await publishExample(n8n, file, { credentialIds, options });
		await submitForm(workflow, [person]);
		return workflow;
	}

	/** The commands that the site got, such as `POST /Device/3/Lock`. */
	const commands = () =>
		site.requests
			.filter(({ method }) => method !== 'GET')
			.map(({ method, path }) => `${method} ${path}`)
			.sort();

	return {
		get site() {
			return site;
		},
		/** Those of the person. */
		get devices() {
			return devices;
		},
		/** The person's address. */
		get email() {
			return email;
		},
		commands,
		/** Offboards somebody who has no device; gives the only mail. */
		offboardNobody: async (address: string): Promise<Mail> => {
			const workflow = await submit(address);
			const report = await mail(0);
			await n8n.deactivate(workflow);
			return report;
		},
		/** Offboards the person, where the question is answered so; gives both mails. */
		offboard: async (isApproved: boolean, { options, meanwhile }: Course = {}) => {
			const workflow = await submit(email, options ?? { Lock: live, Retire: live });
			const question = await mail(0);
			expect(commands()).toEqual([]);
			meanwhile?.();
			expect(await answerMail(question, isApproved)).toBe(200);
			const report = await mail(1);
			await n8n.deactivate(workflow);
			expect(mailbox.mails).toHaveLength(2);
			return { question, report };
		},
	};
}
