import { isErrorDocument, isWebPage } from '../../nodes/Miradore/transport/markup';
import { judgeCommand, judgeRead } from '../../nodes/Miradore/transport/verdict';

describe("the body of a command's answer", () => {
	it.each<[unknown, string | undefined]>([
		[{ 'is-Success': ' False' }, 'no'],
		[{ successful: false, ok: 'false' }, 'no'],
		[{ error_message: 'x' }, 'no'],
		[{ error: 'None' }, undefined],
		[{ error: 'null', errors: '0', 'Error Message': ' ' }, undefined],
		[{ errors: [null] }, undefined],
		[{ errors: { count: 0, items: [] }, error: 'No error' }, undefined],
		[{ error: { code: 12 } }, 'no'],
		[{ success: null }, 'unclear'],
		[{ success: 'perhaps' }, 'unclear'],
		[{ success: 1 }, undefined],
		[{ success: 0 }, 'no'],
		[{ status: 1000 }, undefined],
		[{ status: 399 }, undefined],
		[{ status: 400 }, 'no'],
		[{ status: 500 }, 'unclear'],
		[{ status: 501 }, 'unclear'],
		[{ statusCode: 408 }, 'unclear'],
		[{ statusCode: '425' }, 'unclear'],
		[{ status: 'Failure' }, 'no'],
		[{ status: true, statusCode: null }, undefined],
		[{ error: 'x', statusCode: 502 }, 'unclear'],
		[{ statusCode: 502, error: 'x' }, 'unclear'],
		[{ success: true }, undefined],
		[{ success: true, errors: ['x'] }, 'unclear'],
		[{ success: true, results: [{ ok: true }, { ok: false }] }, 'partly'],
		[{ success: true, data: { ok: false } }, 'unclear'],
		[{ success: false, results: [{ ok: true }, { ok: false }] }, 'partly'],
		[{ success: false, data: { id: 1 } }, 'no'],
		[{ data: null, Items: [{ ok: false }] }, 'no'],
		// Nobody knows whether it is about the request or about the device.
		[{ device: { ok: false } }, 'unclear'],
		[{ success: true, devices: [{ success: false }] }, 'unclear'],
		[[], undefined],
		[[{ id: 1 }, 'text', null], undefined],
		[[{ ok: false }, 'text'], 'partly'],
		[[{ status: 502 }, { status: 502 }], 'unclear'],
		[[{ status: 502 }, { status: 400 }], 'partly'],
		[undefined, undefined],
		['false', 'no'],
		[false, 'no'],
		['Locked', undefined],
		['Device not found', 'no'],
		['<Content><Items/></Content>', undefined],
		['<Response><Done/></Response>', 'unclear'],
	])('%j says: %s', (body, verdict) => {
		expect(judgeCommand(body)).toBe(verdict);
	});
});

describe("the body of a read's answer", () => {
	it.each<[unknown, string | undefined]>([
		[{ success: 'FALSE' }, 'no'],
		[{ ok: true, success: false }, 'unclear'],
		[{ success: true }, undefined],
		[{ error: 'x', status: 'failed', data: { ok: false } }, undefined],
		[[{ success: false }], undefined],
		['text', undefined],
	])('%j says: %s', (body, verdict) => {
		expect(judgeRead(body)).toBe(verdict);
	});
});

describe('a document', () => {
	it.each<[unknown, boolean, boolean]>([
		// The document, whether it is a web page, whether it is an error document.
		[' \n<!DOCTYPE  html>', true, false],
		['Blocked <HTML lang="en">', true, false],
		['<?xml?> <!-- <a> --> <?x?><h6>', true, false],
		['<!-- never ends <html>', true, false],
		['\u0000<html>', true, false],
		['<htmls>', false, false],
		['{"cut": "<html>', false, false],
		['<Content><![CDATA[<html>]]></Content>', false, false],
		['<!DOCTYPE x []><Content/>', false, false],
		['<Content><Items/><Error/></Content>', false, false],
		['<content a="b">\n<errors>', false, true],
		['<n:Error/>', false, true],
		['<Erroneous/>', false, false],
		[{}, false, false],
		[undefined, false, false],
	])('%j', (body, isPage, isError) => {
		expect([isWebPage(body), isErrorDocument(body)]).toEqual([isPage, isError]);
	});
});
