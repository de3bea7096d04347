import { startSimulator, type SimulatedSite } from '../simulator';
import { failureOf, outputOf, type CredentialData, type Execution } from './client';
import { sharedClient, sharedLog } from './sharedN8n';
import { httpRequest, inARow, listDevices, manualTrigger, miradore } from './workflows';
import type { INode } from 'n8n-workflow';

const trigger = 'Run';
// Every spelling of it differs from the others.
const apiKey = "Key+with/every=kind&of%sign{and}'quote'";
const formEncoded = new URLSearchParams({ apiKey }).toString().replace('apiKey=', '');
const spellings = [apiKey, encodeURIComponent(apiKey), formEncoded];

describe('The API key in n8n', () => {
	const n8n = sharedClient();
	const executions: Execution[] = [];
	let site: SimulatedSite;
	let credential: CredentialData;
	let credentialId: string;

	beforeAll(async () => {
		site = await startSimulator({ apiKey });
		const { siteName, baseUrl } = site;
		credential = { siteName, apiKey, baseUrl, siteNameIn: 'header' };
		credentialId = await n8n.createCredential('Miradore', credential);
	});

	beforeEach(() => {
		site.clearFaults();
		site.clearRequests();
	});

	afterEach(() => {
		expect(spellings.filter((spelling) => sharedLog().includes(spelling))).toEqual([]);
		for (const execution of executions) {
			const saved = JSON.stringify(execution);
			expect(spellings.filter((spelling) => saved.includes(spelling))).toEqual([]);
		}
	});

	afterAll(() => site.stop());

	async function run(node: INode): Promise<Execution> {
		const nodes = [...listDevices([1]), node];
		const workflow = await n8n.createWorkflow(inARow(node.name, [manualTrigger(trigger)], nodes));
		const execution = await n8n.run(workflow, trigger);
		executions.push(execution);
		return execution;
	}

	const lock = () => miradore('Lock', 'lock', credentialId, '={{ $json.id }}');

	it('has different spellings, and is found where it is', () => {
		expect(new Set(spellings).size).toBe(spellings.length);
		for (const spelling of spellings) expect(JSON.stringify({ spelling })).toContain(spelling);
	});

	it.each(['lock', 'getLocations'] as const)('is not in an execution of %s', async (operation) => {
		const execution = await run(miradore('Node', operation, credentialId, '={{ $json.id }}'));
		expect(execution.status).toBe('success');
		expect(site.requests).toMatchObject([{ headers: { 'x-api-key': apiKey } }]);
	});

	it.each([400, 401, 500])('is not in a failure that quotes it (%i)', async (status) => {
		site.addFault({ status, body: `These are not good: ${spellings.join(' ')}` });
		const execution = await run(lock());
		expect(execution.status).toBe('error');
		expect(failureOf(execution)).toContain(`(${status})`);
		expect(site.requests).toMatchObject([{ headers: { 'x-api-key': apiKey } }]);
	});

	it('is not in a failure to reach the site', async () => {
		site.addFault({ reset: 'beforeHandling' });
		expect((await run(lock())).status).toBe('error');
	});

	it('is not in the log of a credential test that fails', async () => {
		site.addFault({ status: 401, body: { message: `Not good: ${spellings.join(' ')}` } });
		expect(await n8n.testCredential(credential)).toMatchObject({ status: 'Error' });
	});

	describe("with n8n's HTTP Request node", () => {
		it('is sent to the site, and not saved', async () => {
			const address = `${site.baseUrl}/api/v2/Device/1/Location`;
			const execution = await run(httpRequest('Any Call', credentialId, address));
			expect(failureOf(execution)).toBe('');
			expect(outputOf(execution, 'Any Call').length).toBeGreaterThan(0);
			expect(site.requests).toMatchObject([{ headers: { 'x-api-key': apiKey }, status: 200 }]);
		});

		it('is not sent to another host', async () => {
			const other = await startSimulator();
			try {
				const address = `${other.baseUrl}/api/v2/Device/1/Location`;
				const execution = await run(httpRequest('Any Call', credentialId, address));
				expect(failureOf(execution)).toContain('The Miradore API key was not sent');
				expect(other.requests).toEqual([]);
			} finally {
				await other.stop();
			}
		});
	});
});
