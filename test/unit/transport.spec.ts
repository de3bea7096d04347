import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readAnswer, spellingsOf } from '../../nodes/Miradore/transport/answer';
import { explainAnswer } from '../../nodes/Miradore/transport/explain';
import { path as apiPath } from '../../nodes/Miradore/transport/request';

const fixture = (name: string) => readFileSync(path.join(__dirname, '../fixtures', name), 'utf8');
const answer = (statusCode: number, body: string) =>
	readAnswer({ statusCode, body, headers: {} }, spellingsOf(key));
const key = '1_a{b},!$';
const punctuated = `${key}&<>"'`;

describe('the body of an answer', () => {
	it.each([
		['[]', []],
		['\uFEFF {"a": 1}\r\n', { a: 1 }],
		['', undefined],
		['   ', undefined],
		[fixture('v2-suspendeddevices-401.live-2026-08-26.txt'), 'Status Code: 401; Unauthorized'],
	])('is read by its content: %p', (text, body) => {
		expect(answer(200, text).body).toEqual(body);
	});
});

describe('an answer that is no success', () => {
	it.each([301, 302, 307, 400, 401, 403, 404, 408, 418, 429, 500, 502, 503, 504])(
		'is told by its status %d',
		(status) => {
			const failure = explainAnswer(answer(status, ''));
			expect(failure?.message).toContain(`(${status})`);
			expect(failure?.description).not.toBe('');
			expect(failure?.httpCode).toBe(status);
		},
	);

	it('is a web page, even with status 200', () => {
		const page = answer(200, '<!DOCTYPE html><html><body>Sign in</body></html>');
		expect(explainAnswer(page)?.message).toBe('A web page came instead of an answer of the API');
	});

	it.each([200, 201, 202, 204])('is not %d', (status) => {
		expect(explainAnswer(answer(status, ''))).toBeUndefined();
	});

	it('is quoted in the description: escaped, in one line, shortened', () => {
		const xml = fixture('v1-error-401-authentication-failed.xml');
		expect(explainAnswer(answer(401, xml))?.description).toContain(
			'Miradore said: Authentication failed',
		);
		expect(explainAnswer(answer(400, '<b>&'))?.description).toContain('said: &#60;b&#62;&#38;');
		const long = explainAnswer(answer(400, `${'word\n\t\u0007'.repeat(1000)}`))?.description ?? '';
		expect(long.length).toBeLessThan(450);
		expect(long).not.toMatch(/\p{Cc}/u);
	});

	it('is quoted without the key, however the server spells it', () => {
		const form = new URLSearchParams({ key }).toString().slice(4);
		const said = `${key} ${encodeURIComponent(key)} ${form} ${JSON.stringify({ key })}`;
		expect(explainAnswer(answer(400, said))?.description).toContain(
			'Miradore said: *** *** *** {&#34;key&#34;:&#34;***&#34;}',
		);
	});

	it.each([
		['named entities', '1_a{b},!$&amp;&lt;&gt;&quot;&apos;'],
		['numbered entities', '1_a&#123;b&#x7D;,!$&#38;&#060;&#x3e;&#34;&#39;'],
		['percent-encoding done twice', encodeURIComponent(encodeURIComponent(punctuated))],
		['lower-case percent-encoding', encodeURIComponent(punctuated).toLowerCase()],
		['JSON with all escaped', '1_a\\u007bb\\u007d,!\\u0024\\u0026\\u003C\\u003e\\"\\u0027'],
		['JSON in JSON', JSON.stringify(JSON.stringify(punctuated)).slice(3, -3)],
	])('is read without a key in %s', (_, spelling) => {
		const body = `before ${spelling} after`;
		const read = readAnswer({ statusCode: 200, body, headers: {} }, spellingsOf(punctuated));
		expect(read.body).toBe('before *** after');
	});
});

describe('a path', () => {
	it('takes each value for one segment', () => {
		expect(apiPath`/User/Tag/${'a/b?c#d%'}/${12}`).toBe('/User/Tag/a%2Fb%3Fc%23d%25/12');
	});

	it.each(['', '.', '..'])('refuses %p as a segment', (segment) => {
		expect(() => apiPath`/User/Tag/${segment}`).toThrow("can't be used in a Miradore address");
	});
});
