import type { INode } from 'n8n-workflow';
import { credentialOf, spellings as spellingsOf } from '../core/site';
import { startSimulator, type SimulatedSite } from '../simulator';
import { type CredentialData } from './client';
import { failureOf, outputOf, type Execution } from './executions';
import { sharedClient, sharedLog } from './sharedN8n';
import { holdsKey, telltaleKey } from './traces';
import { chosenVersion } from './version';
import { httpRequest, inARow, listDevices, manualTrigger, miradore } from './workflows';

const trigger = 'Run';
const apiKey = telltaleKey('secrets');
const spellings = spellingsOf(apiKey);

describe('The API key in n8n', () => {
	const n8n = sharedClient();
	let site: SimulatedSite;
	let credential: CredentialData;
	let credentialId: string;
	let logLength: number;
	const log = () => sharedLog().slice(logLength);

	beforeAll(async () => {
		site = await startSimulator({ apiKey });
		credential = credentialOf(site);
		credentialId = await n8n.createCredential('Miradore', credential);
	});

	beforeEach(() => {
		site.clearFaults();
		site.clearRequests();
		logLength = sharedLog().length;
	});

	afterAll(() => site.stop());

	async function run(...nodes: INode[]): Promise<Execution> {
		const workflow = inARow('Secrets', [manualTrigger(trigger)], [...listDevices([1]), ...nodes]);
		return n8n.run(await n8n.createWorkflow(workflow), trigger);
	}

	const isSavedIn = async ({ id }: Execution, key = apiKey) =>
		holdsKey(await n8n.executionText(id), key);

	/** Runs a workflow and makes sure that n8n neither saved nor logged the key. */
	async function runWithoutTrace(...nodes: INode[]): Promise<Execution> {
		const execution = await run(...nodes);
		expect(await isSavedIn(execution)).toBe(false);
		expect(holdsKey(log(), apiKey)).toBe(false);
		return execution;
	}

	const lock = () => miradore('Lock', 'lock', credentialId, '={{ $json.id }}');

	it.each(['lock', 'getLocations'] as const)('is not in an execution of %s', async (operation) => {
		const execution = await runWithoutTrace(
			miradore('Node', operation, credentialId, '={{ $json.id }}'),
		);
		expect(execution.status).toBe('success');
		expect(site.requests).toMatchObject([{ headers: { 'x-api-key': apiKey } }]);
	});

	it.each([400, 401, 500])('is not in a failure that quotes it (%i)', async (status) => {
		site.addFault({ status, body: `These are not good: ${spellings.join(' ')}` });
		const execution = await runWithoutTrace(lock());
		expect(execution.status).toBe('error');
		expect(failureOf(execution)).toContain(`(${status})`);
		expect(site.requests).toMatchObject([{ headers: { 'x-api-key': apiKey } }]);
	});

	it('is not in a failure to reach the site', async () => {
		site.addFault({ reset: 'beforeHandling' });
		expect((await runWithoutTrace(lock())).status).toBe('error');
	});

	it('is not in the log of a credential test that fails', async () => {
		const tested = telltaleKey('tested');
		site.addFault({ status: 401, body: { message: `Not good: ${spellingsOf(tested).join(' ')}` } });
		const result = await n8n.testCredential({ ...credential, apiKey: tested });
		expect(result).toMatchObject({ status: 'Error' });
		const { errorsKeepCauses } = chosenVersion();
		expect(holdsKey(log(), tested)).toBe(!errorsKeepCauses);
	});

	describe('in the addresses of API v1', () => {
		const getAll = () => miradore('Get Many', 'getAll', credentialId, '');

		it('is sent, and not saved', async () => {
			const execution = await runWithoutTrace(getAll());
			expect(failureOf(execution)).toBe('');
			expect(outputOf(execution, 'Get Many').length).toBeGreaterThan(0);
			expect(site.requests[0].query.auth).toBe(apiKey);
		});

		it.each([
			{ status: 400, body: spellings.join(' ') },
			{ status: 401 },
			{ status: 500, body: spellings.join(' ') },
			{ status: 302, headers: { location: '/elsewhere' } },
			{ status: 200, body: '<html></html>' },
			{ reset: 'beforeHandling' as const },
		])('is not in a failure: %j', async (fault) => {
			site.addFault(fault);
			expect((await runWithoutTrace(getAll())).status).toBe('error');
		});
	});

	describe("with n8n's HTTP Request node", () => {
		const addresses = ['/api/v2/Device/1/Location', '/acme/API/Device?select=ID'];
		const call = (origin: string, path: string) =>
			runWithoutTrace(httpRequest('Any Call', credentialId, `${origin}${path}`));

		it.each(addresses)('is sent to the site, and not saved: %s', async (path) => {
			const execution = await call(site.baseUrl, path);
			expect(failureOf(execution)).toBe('');
			expect(outputOf(execution, 'Any Call').length).toBeGreaterThan(0);
			const [{ headers, query, status }] = site.requests;
			expect(status).toBe(200);
			expect([headers['x-api-key'], query.auth].filter(Boolean)).toEqual([apiKey]);
		});

		it.each(addresses)('is not sent to another host: %s', async (path) => {
			const other = await startSimulator();
			try {
				const execution = await call(other.baseUrl, path);
				expect(failureOf(execution)).toContain('The Miradore API key was not sent');
				expect(other.requests).toEqual([]);
			} finally {
				await other.stop();
			}
		});
	});

	const planted = telltaleKey('planted');

	it.each(spellingsOf(planted))(
		'would be found where it is saved or logged, also as %s',
		async (spelling) => {
			const execution = await run(
				httpRequest('Any Call', credentialId, `${site.baseUrl}/${spelling}`),
			);
			expect(await isSavedIn(execution, planted)).toBe(true);
			expect(holdsKey(log(), planted)).toBe(true);
		},
	);
});
