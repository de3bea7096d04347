import { readFileSync } from 'node:fs';
import path from 'node:path';
import { explainAnswer } from '../../nodes/Miradore/transport/explain';

const explain = (status: number, body?: unknown, retryAfterMs?: number) =>
	explainAnswer({ status, body, retryAfterMs });

describe('an answer that is no success', () => {
	it.each<[number, string, RegExp, boolean, boolean]>([
		// Status, message, advice, whether it may pass, whether a command may be carried out.
		[300, "Miradore's address redirects elsewhere", /not followed.*Base URL/, false, false],
		[301, "Miradore's address redirects elsewhere", /not followed.*Base URL/, false, false],
		[302, "Miradore's address redirects elsewhere", /not followed.*Base URL/, false, true],
		[303, "Miradore's address redirects elsewhere", /not followed.*Base URL/, false, true],
		[307, "Miradore's address redirects elsewhere", /not followed.*Base URL/, false, false],
		[400, 'Miradore did not accept the request', /Check the values/, false, false],
		[401, 'Miradore refused the API key', /API Key.*mistyped/, false, false],
		[403, 'Miradore refused access to the site', /Site Name.*upper and lower/, false, false],
		[404, 'Miradore did not find it', /retired or deleted/, false, false],
		[408, 'Miradore waited too long for the request', /again later/, true, true],
		[418, 'Miradore refused the request', /again later/, false, false],
		[425, 'Miradore was asked too early', /again later/, true, true],
		[429, 'Miradore received too many requests', /fewer at a time/, true, false],
		[500, 'Miradore knows no site of this name, or could', /Site Name/, false, true],
		[501, 'Miradore refused the request', /again later/, false, true],
		[502, 'Miradore could not be reached behind its gateway', /again later/, true, true],
		[503, 'Miradore is not available at the moment', /again later/, true, true],
		[504, 'Miradore took too long behind its gateway', /again later/, true, true],
	])('with status %d', (httpCode, message, advice, mayPass, mayBeCarriedOut) => {
		const failure = explain(httpCode);
		expect(failure).toMatchObject({ httpCode, mayPass, mayBeCarriedOut });
		expect(failure?.message).toMatch(new RegExp(`^${message}.* \\(${httpCode}\\)$`));
		expect(failure?.description).toMatch(advice);
		expect(failure?.description).not.toMatch(/ $|Miradore said/);
	});

	it('with 503 was not carried out where Miradore names a time to wait', () => {
		expect(explain(503, undefined, 2000)).toMatchObject({
			mayBeCarriedOut: false,
			retryAfterMs: 2000,
		});
	});

	it.each(['<!DOCTYPE html><p>', '<HTML lang="en">', 'see <html>'])(
		'but a web page: %s',
		(page) => {
			const failure = explain(200, page);
			expect(failure).toMatchObject({ httpCode: 200, mayBeCarriedOut: true, mayPass: false });
			expect(failure?.message).toBe('A web page came instead of an answer of the API');
			expect(failure?.description).toMatch(/proxy or sign-in page/);
			expect(explain(400, page)?.description).toBe('Check the values of the fields.');
		},
	);

	it.each([undefined, {}, 'see page 1', '<Content />'])('is not one with %p', (body) => {
		for (const status of [200, 201, 202, 204, 299]) {
			expect(explain(status, body)).toBeUndefined();
		}
	});
});

describe('what Miradore said', () => {
	const said = (body: unknown) =>
		explain(400, body)?.description.replace('Check the values of the fields. Miradore said: ', '');

	it.each([
		['text', 'text'],
		[{ error: 'a "b"' }, '{&#34;error&#34;:&#34;a \\&#34;b\\&#34;&#34;}'],
		['  one\n\n\ttwo\u0007three  ', 'one two three'],
		["<b> & 'c'", '&#60;b&#62; &#38; &#39;c&#39;'],
		['a'.repeat(300), 'a'.repeat(300)],
		['a'.repeat(301), `${'a'.repeat(300)}…`],
		['<Content><Error><Description>No such</Description></Error></Content>', 'No such'],
	])('of %p is %s', (body, text) => {
		expect(said(body)).toBe(text);
	});

	it('of the recorded error document is its description', () => {
		const name = '../fixtures/v1-error-401-authentication-failed.xml';
		expect(said(readFileSync(path.join(__dirname, name), 'utf8'))).toBe('Authentication failed');
	});

	it('is only its beginning where it is long, also of an error document', () => {
		const error = `<Content><Error><Description>No</Description></Error>${' '.repeat(10_000)}</Content>`;
		expect(said(error)).toMatch(/^&#60;Content&#62;/);
		expect(said(`${' '.repeat(10_000)}text`)).toBe('Check the values of the fields.');
	});
});
