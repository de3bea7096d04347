import fc from 'fast-check';
import { UserError, type ICredentialDataDecryptedObject } from 'n8n-workflow';
import { authenticate } from '../../nodes/Miradore/transport/authenticate';
import type { ApiRequest } from '../../nodes/Miradore/transport/request';
import { addressOf, readSite } from '../../nodes/Miradore/transport/site';
import { execute } from '../core/execute';
import { cases } from '../core/random';
import { credentialOf } from '../core/site';
import { useAgreeableSite } from './agreeableSite';
import { attempt, expectOwn, textOf, type Attempt } from './credentialAttempt';
import { internal } from './flaws';

const { simulation, stranger, locate } = useAgreeableSite();

/** The credential as it was entered; none where it is an order to go to the stranger. */
function enter({ name, raw, ending }: Attempt): ICredentialDataDecryptedObject | undefined {
	const { site } = simulation;
	const good = name === 'baseUrl' ? site.baseUrl : 'acme';
	const entered = locate(ending === null || name === 'apiKey' ? raw : `${good}${ending}`);
	if (textOf(entered).replace(/\/+$/, '') === stranger.site.baseUrl) return undefined;
	return credentialOf(site, { [name]: entered as string }) as ICredentialDataDecryptedObject;
}

const refusal =
	/^'[A-Z][\w ]+' in the Miradore credential (can't be used|is an address of another host)$/;

describe('a credential with hostile values', () => {
	it('is refused, or makes addresses and headers of the one site it names', async () => {
		let used = 0;
		await fc.assert(
			fc.asyncProperty(attempt, async (chosen) => {
				const credential = enter(chosen);
				if (!credential) return;
				const { request } = chosen.call;
				const prepared = await prepare(credential, request);
				if (prepared instanceof Error) {
					expect(prepared).toBeInstanceOf(UserError);
					expect(prepared.message).toMatch(refusal);
					expect(prepared.message).not.toMatch(internal);
					return;
				}
				used += 1;
				const { origin, pathname, search } = new URL(prepared.url);
				// An empty 'Base URL' stands for the default.
				const base = textOf(credential.baseUrl) || 'https://online.miradore.com';
				expect(origin).toBe(new URL(base).origin);
				expect(origin).not.toBe(stranger.site.baseUrl);
				const headers = Object.fromEntries(
					Object.entries(prepared.headers).map(([name, value]) => [name.toLowerCase(), value]),
				);
				for (const value of Object.values(headers)) expect(value).toMatch(/^[\x21-\x7e]+$/);
				expectOwn(chosen, credential, { url: pathname + search, headers });
			}),
			{ ...cases(1000, 300), endOnFailure: true },
		);
		expect(used).toBeGreaterThan(0);
	});

	it('is refused in n8n-core, or used for the one site it names', async () => {
		const { site } = simulation;
		await fc.assert(
			fc.asyncProperty(attempt, async (chosen) => {
				site.clearRequests();
				const credential = enter(chosen);
				if (!credential) return;
				const { parameters } = chosen.call;
				const { error, saved } = await execute({
					parameters,
					credential: credential,
				});
				if (error) {
					expect(error.name).toMatch(/^Node(Operation|Api)Error$/);
					expect(error.message).toMatch(/\[item 0\]/);
					expect(error.message).not.toMatch(internal);
				}
				expect(saved).not.toContain(site.apiKey);
				const isRefused = error?.message.includes("in the Miradore credential can't be used");
				expect(site.requests.length === 0 || !isRefused).toBe(true);
				for (const { url, headers } of site.requests) {
					expectOwn(chosen, credential, { url, headers });
				}
			}),
			{ ...cases(30, 10), endOnFailure: true },
		);
	});
});

/** What the credential makes of a request, as the node has it sent. */
async function prepare(credential: ICredentialDataDecryptedObject, request: ApiRequest) {
	try {
		const address = addressOf(readSite(credential), request);
		const { url, headers = {} } = await authenticate(credential, { url: address });
		return { url, headers: headers as Record<string, string> };
	} catch (error) {
		return error as Error;
	}
}
