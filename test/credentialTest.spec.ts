import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import { MiradoreApi } from '../credentials/MiradoreApi.credentials';
import { addressOf, readSite } from '../nodes/Miradore/transport/site';

const { request } = new MiradoreApi().test;
const nodeTypes = {
	getByName: () => undefined,
	getByNameAndVersion: () => undefined,
	getKnownTypes: () => ({}),
};

/** Where n8n's test of a credential goes: its expressions, worked out by n8n. */
async function testedAddress(credential: ICredentialDataDecryptedObject): Promise<string> {
	const workflow = new Workflow({
		nodes: [{ id: '1', name: 'Test', type: 't', typeVersion: 1, position: [0, 0], parameters: {} }],
		connections: {},
		active: false,
		nodeTypes: nodeTypes as never,
	});
	await workflow.expression.acquireIsolate();
	const read = (text = '') =>
		workflow.expression.getParameterValue(text, null, 0, 0, 'Test', [], 'internal', {
			$credentials: credential,
		}) as string;
	const address = `${read(request.baseURL)}${read(request.url)}`;
	await workflow.expression.releaseIsolate();
	return address;
}

describe("n8n's test of the credential", () => {
	it.each([
		{},
		{ baseUrl: '' },
		{ baseUrl: '  ' },
		{ baseUrl: undefined },
		{ baseUrl: 'https://mdm.gotoresolve.com/' },
		{ baseUrl: ' https://mdm.gotoresolve.com ' },
		{ siteName: ' acme ' },
		{ siteName: 'a&b' },
		{ siteName: 'https://online.miradore.com/acme/Device/12?tab=3#top' },
		{ siteName: ' online.miradore.com/acme.fi/ ' },
	])('goes to the address that the node goes to: %j', async (change) => {
		for (const siteNameIn of ['header', 'path']) {
			const credential = {
				siteName: 'acme',
				apiKey: '1_key',
				baseUrl: 'https://online.miradore.com',
				siteNameIn,
				...change,
			} as ICredentialDataDecryptedObject;
			const asked = { api: 'v2', method: 'GET', path: '/CustomAttribute' } as const;
			expect(await testedAddress(credential)).toBe(addressOf(readSite(credential), asked));
		}
	});
});
