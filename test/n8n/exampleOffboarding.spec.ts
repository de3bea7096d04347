import { credentialOf } from '../core/site';
import { startSimulator, type SimulatedDevice, type SimulatedSite } from '../simulator';
import { publishExample, type ExampleRun } from './examples';
import { submitForm } from './forms';
import { answerMail, rowsOf, startMailbox, type Mail, type Mailbox } from './mailbox';
import { sharedClient } from './sharedN8n';
import { telltaleKey } from './traces';
import { waitUntil } from './waitUntil';

const file = 'offboard-a-user.json';
/** As in the example, but for 'Dry Run'. */
const live = { includeInputFields: true, maximumDevices: 10 };
const dry = { ...live, dryRun: true };

describe('The example that offboards a person', () => {
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

	/** The commands that the site got, such as `POST /Device/3/Lock`. */
	const commands = () =>
		site.requests
			.filter(({ method }) => method !== 'GET')
			.map(({ method, path }) => `${method} ${path}`)
			.sort();
	const mail = async (index: number): Promise<Mail> => {
		await waitUntil(() => mailbox.mails.length > index, 60);
		return mailbox.mails[index];
	};

	/** Fills in the form, and answers the mail; gives both mails. */
	async function offboard(
		answer: boolean,
		options: ExampleRun['options'] = { Lock: live, Retire: live },
		meanwhile = () => {},
	) {
		const workflow = await publishExample(n8n, file, { credentialIds, options });
		await submitForm(workflow, [email]);
		const question = await mail(0);
		expect(commands()).toEqual([]);
		meanwhile();
		expect(await answerMail(question, answer)).toBe(200);
		const report = await mail(1);
		await n8n.deactivate(workflow);
		expect(mailbox.mails).toHaveLength(2);
		return { question, report };
	}

	it('asks with one mail that lists the devices, then locks and retires them and no others', async () => {
		const { question, report } = await offboard(true);
		expect(question.subject).toBe('Lock and retire 3 devices?');
		const listed = devices.map(({ name, model, serialNumber }) => [name, model, serialNumber]);
		expect(rowsOf(question)).toEqual(
			listed.map((texts, index) => [
				...texts,
				devices[index].platform,
				expect.stringMatching(/^\w+$/) as string,
			]),
		);
		expect(`${question.html}${report.html}`).not.toMatch(/dry run|Dry Run/);
		expect(commands()).toEqual(
			devices.flatMap(({ id }) => [`DELETE /Device/${id}`, `POST /Device/${id}/Lock`]).sort(),
		);
		expect(devices.map(({ lockedAt, status }) => [lockedAt.length, status])).toEqual(
			devices.map(() => [1, 'Deleted']),
		);
		expect(report).toMatchObject({ subject: `Offboarding of ${email}`, to: ['it@example.com'] });
		expect(rowsOf(report)).toEqual(listed.map((texts) => [...texts, 'Sent', 'Sent', '']));
		for (const { html } of [question, report]) {
			expect(html).not.toMatch(/<img src|undefined|null|\[object/);
		}
	});

	it('reports those that failed, and retires none that could not be locked', async () => {
		const [first, second, third] = devices;
		site.addFault({ path: `/Device/${first.id}/Lock`, status: 400 });
		site.addFault({ method: 'DELETE', path: `/Device/${second.id}`, status: 400 });
		const { report } = await offboard(true);
		expect(rowsOf(report).sort()).toEqual(
			[
				[first, 'Failed', 'Not sent', expect.stringContaining(`Device ${first.id}: `) as string],
				[second, 'Sent', 'Failed', expect.stringContaining(`Device ${second.id}: `) as string],
				[third, 'Sent', 'Sent', ''],
			]
				.map(([device, ...became]) => {
					const { name, model, serialNumber } = device as SimulatedDevice;
					return [name, model, serialNumber, ...became];
				})
				.sort(),
		);
		expect(devices.map(({ status }) => status)).toEqual(['Active', 'Active', 'Deleted']);
		expect(commands()).not.toContain(`DELETE /Device/${first.id}`);
	});

	it('sends nothing when it is refused', async () => {
		const { report } = await offboard(false);
		expect(commands()).toEqual([]);
		expect(rowsOf(report).map((texts) => texts.slice(3))).toEqual(
			devices.map(() => ['Not approved', 'Not approved', '']),
		);
	});

	it('sends nothing as it comes, with Dry Run on, and says so before and after', async () => {
		const { question, report } = await offboard(true, {});
		expect(question.subject).toBe('Dry run: lock and retire 3 devices?');
		expect(question.html).toContain('whatever you choose, nothing will be sent');
		expect(report.html).toContain('This was a dry run');
		expect(commands()).toEqual([]);
		expect(rowsOf(report).map((texts) => texts.slice(3))).toEqual(
			devices.map(() => ['Would be sent', 'Would be sent', '']),
		);
	});

	it.each([
		['Retire', { Lock: live, Retire: dry }, 'locked, and not retired', ['Sent', 'Would be sent']],
		['Lock', { Lock: dry, Retire: live }, 'retired without a lock', ['Would be sent', 'Sent']],
	])('says what is a dry run: %s alone', async (_, options, warning, outcomes) => {
		const { question, report } = await offboard(true, options);
		expect(question.subject).toBe('Lock and retire 3 devices?');
		expect(question.html).toContain(`the devices will be ${warning}`);
		expect(rowsOf(report).map((texts) => texts.slice(3))).toEqual(
			devices.map(() => [...outcomes, '']),
		);
	});

	it('leaves out a device that was handed over before the approval', async () => {
		const [first, ...others] = devices;
		const next = site.fleet.devices[4];
		const { report } = await offboard(true, undefined, () => {
			Object.assign(first, { userId: next.userId, userEmail: next.userEmail });
		});
		expect([first, ...others].map(({ status }) => status)).toEqual([
			'Active',
			'Deleted',
			'Deleted',
		]);
		expect(first.lockedAt).toEqual([]);
		expect(rowsOf(report)[0].slice(3)).toEqual([
			'Left out',
			'Left out',
			`User Email is ${next.userEmail}, not ${email}`,
		]);
	});

	it('says so when nobody has a device by that address', async () => {
		const workflow = await publishExample(n8n, file, { credentialIds });
		await submitForm(workflow, ['nobody@example.com']);
		const report = await mail(0);
		await n8n.deactivate(workflow);
		expect(report.html).toContain('No device in use belongs to nobody@example.com');
		expect(report.html).not.toContain('<td');
		expect(commands()).toEqual([]);
	});
});
