import { exampleFiles, reviewedAgent, startExample } from './examples';
import { sharedClient, sharedN8n } from './sharedN8n';
import { useModel } from './useModel';
import { chosenVersion } from './version';
import { waitUntil } from './waitUntil';
import { loopback } from './loopback';

const { reviewsTools } = chosenVersion();

/** Who opens a link. n8n lets only browsers answer, for chats open links to show what is behind. */
const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const preview = 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)';

describe("The approval before the example's agent locks a device", () => {
	const n8n = sharedClient();
	const used = useModel('approval');

	/** Has the agent try to lock a device, and waits for the question to the person. */
	async function ask(id: number, name: string) {
		used.model.toolArguments = {
			toolParameters: { deviceId: String(id) },
			hitlParameters: { device: name },
		};
		const pinned = { Chat: { sessionId: '1', action: 'sendMessage', chatInput: 'Lock it' } };
		const credentialIds = { miradoreApi: used.credentialId, openAiApi: used.modelId };
		const execution = await startExample(n8n, reviewedAgent, { pinned, credentialIds });
		let text = '';
		await waitUntil(async () => {
			text = await n8n.executionText(execution);
			return text.includes('approved=true') && text.includes('"status":"waiting"');
		}, 60);
		expect(text).toContain(`Lock ${name}, which is the device ${id}?`);
		const linkTo = (answer: boolean) => {
			const link = new RegExp(`/webhook-waiting/[^"\\\\ ]+approved=${answer}[^"\\\\ ]+`);
			return `${sharedN8n().url}${link.exec(text)?.[0]}`;
		};
		return { execution, approve: linkTo(true), refuse: linkTo(false) };
	}

	/** Opens a link; gives the status of the answer. */
	async function open(link: string, userAgent = browser): Promise<number> {
		return (await loopback.get(link, { headers: { 'User-Agent': userAgent } })).status;
	}

	/** Waits until the agent has told its model what came of the tool. */
	const agentHasGoneOn = () => waitUntil(() => used.model.toolResults.length > 0, 60);

	it('is there where n8n has it', () => {
		expect(exampleFiles.includes(reviewedAgent)).toBe(reviewsTools);
	});

	if (reviewsTools) {
		it('sends the command once it is given, and not before', async () => {
			const { id, name } = used.site.fleet.devices[4];
			const { execution, approve, refuse } = await ask(id, name);
			expect(await open(refuse.replace('approved=false', 'approved=true'))).toBe(401);
			await open(approve, preview);
			expect(used.site.requests).toEqual([]);

			expect(await open(approve)).toBe(200);
			await agentHasGoneOn();
			expect(used.model.toolResults.map((result) => JSON.parse(result) as unknown)).toEqual([
				[{ success: true, outcome: 'sent', deviceId: id }],
			]);
			await open(approve);
			await n8n.stop(execution);
			expect(used.site.requests).toMatchObject([{ method: 'POST', path: `/Device/${id}/Lock` }]);
		});

		it('sends nothing when it is refused', async () => {
			const { id, name } = used.site.fleet.devices[5];
			const { execution, approve, refuse } = await ask(id, name);
			expect(await open(refuse)).toBe(200);
			await agentHasGoneOn();
			expect(used.model.toolResults.join()).toContain('User rejected the tool call');
			await open(approve);
			await n8n.stop(execution);
			expect(used.site.requests).toEqual([]);
		});
	}
});
