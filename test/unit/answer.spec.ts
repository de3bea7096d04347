import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { readAnswer, spellingsOf } from '../../nodes/Miradore/transport/answer';
import { readJsonItems } from '../../nodes/Miradore/transport/json';

const read = (body: unknown, headers: IDataObject = {}) =>
	readAnswer({ statusCode: 200, body: body as string, headers }, spellingsOf('1_key'));
const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('Retry-After', () => {
	it.each([
		['2', 2000],
		[' 120 ', 120_000],
		['0', 0],
		['Sun, 06 Nov 1994 08:49:37 GMT', 0],
		['soon', undefined],
		['2099', 2_099_000],
		['05.11.2099 21:12', undefined],
		['11/05/2099', undefined],
		['2099-11-05', undefined],
		['Nov 5 2099', undefined],
		['2x', undefined],
		['x2', undefined],
		[undefined, undefined],
		[['2', '3'], undefined],
	])('%p is %p milliseconds', (value, milliseconds) => {
		expect(read('', { 'retry-after': value }).retryAfterMs).toBe(milliseconds);
	});

	it('may be a date to come', () => {
		const date = new Date(Date.now() + 60_000).toUTCString();
		const { retryAfterMs = 0 } = read('', { 'retry-after': date });
		expect(retryAfterMs).toBeGreaterThan(50_000);
		expect(retryAfterMs).toBeLessThanOrEqual(60_000);
	});
});

describe('a body', () => {
	const name = '../fixtures/v2-suspendeddevices-401.live-2026-08-26.txt';
	it.each([
		['[]', []],
		['\uFEFF {"a": 1}\r\n', { a: 1 }],
		['', undefined],
		['   ', undefined],
		[readFileSync(path.join(__dirname, name), 'utf8'), 'Status Code: 401; Unauthorized'],
	])('is read by its content: %p', (text, body) => {
		expect(read(text).body).toEqual(body);
	});

	it('loses the sign for the order of bytes only where that is one', () => {
		expect(read('\uFEFF"a\uFEFFb"').body).toBe('a\uFEFFb');
		expect(read('a\uFEFFb').body).toBe('a\uFEFFb');
	});

	it.each([
		['text/plain; charset=iso-8859-1', 'é'],
		['text/plain; charset="UTF-8"', '\uFFFD'],
		['text/plain; charset=nothing-known', '\uFFFD'],
		[undefined, '\uFFFD'],
	])('that says nothing of its encoding is read as the header %j says', (type, text) => {
		expect(read(Buffer.of(0xe9), { 'content-type': type }).body).toBe(text);
	});

	it('has the key masked whatever bytes it is made of', () => {
		expect(read(Buffer.from('\uFEFF<a>1_key</a>', 'utf16le')).body).toBe('<a>***</a>');
	});

	it('that isn’t text stays what it is', () => {
		expect(read(undefined).body).toBeUndefined();
	});

	it('is JSON down to a hundred levels, and text where it goes deeper', () => {
		expect(read(nested(100)).body).toBeInstanceOf(Array);
		expect(read(nested(102)).body).toBe(nested(102));
		const wide = `{"a":null,"b":[1,{"c":${nested(101)}}]}`;
		expect(read(wide).body).toBe(wide);
	});

	it('keeps what only looks like the key', () => {
		expect(read('1-key 1_kex 1_ke y').body).toBe('1-key 1_kex 1_ke y');
		expect(read('x1_key1_keyx').body).toBe('x******x');
	});
});

describe('a key that the server repeats', () => {
	const key = `1_a{b},!$&<>"'`;

	it.each([
		['as it is', key],
		['percent-encoded', encodeURIComponent(key)],
		['as a form has it', new URLSearchParams({ key }).toString().slice(4)],
		['in JSON', JSON.stringify(key).slice(1, -1)],
		['in named entities', '1_a{b},!$&amp;&lt;&gt;&quot;&apos;'],
		['in numbered entities', '1_a&#123;b&#x7D;,!$&#38;&#060;&#x3e;&#34;&#39;'],
		['in percent-encoding done twice', encodeURIComponent(encodeURIComponent(key))],
		['in lower-case percent-encoding', encodeURIComponent(key).toLowerCase()],
		['in JSON with all escaped', '1_a\\u007bb\\u007d,!\\u0024\\u0026\\u003C\\u003e\\"\\u0027'],
		['in JSON in JSON', JSON.stringify(JSON.stringify(key)).slice(3, -3)],
	])('%s is masked', (_, spelling) => {
		const body = `before ${spelling} after`;
		const answer = readAnswer({ statusCode: 200, body, headers: {} }, spellingsOf(key));
		expect(answer.body).toBe('before *** after');
	});
});

describe('the items of a JSON answer', () => {
	it.each([
		[undefined, []],
		[null, []],
		[[], []],
		[{ a: 1 }, [{ a: 1 }]],
		[
			['text', 7, null, [1], { a: 1 }],
			[{ name: 'text' }, { name: 7 }, { name: null }, { name: [1] }, { a: 1 }],
		],
	])('of %p are %p', (body, items) => {
		expect(readJsonItems(body, 'name')).toEqual(items);
	});

	it.each(['OK', 7, true])('are none of %p', (body) => {
		expect(() => readJsonItems(body, 'name')).toThrow(
			expect.objectContaining({
				message: 'Miradore sent something else than JSON',
				description: "Check 'Base URL' in the credential, or try again later.",
			}) as Error,
		);
	});
});
