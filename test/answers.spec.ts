import type { IDataObject } from 'n8n-workflow';
import { execute } from './core/execute';
import { useSite } from './core/site';

const simulation = useSite();
const deviceId = { __rl: true, mode: 'id', value: '1' };

const run = (parameters: IDataObject) =>
	execute({ parameters: { deviceId, ...parameters }, credential: simulation.credential });

/** Locks a device, and the site does so, while the answer is another. */
const lock = (body: string | object) => {
	simulation.site.addFault({ status: 200, body, handled: true });
	return run({ operation: 'lock' });
};

const refused = 'Device 1: Miradore answered that it did not carry this out (200) [item 0]';
const partly =
	'Device 1: It is not known whether Miradore carried this out: Miradore answered that it did not carry out all of this (200) [item 0]';
const page =
	'Device 1: It is not known whether Miradore carried this out: A web page came instead of an answer of the API [item 0]';
const error = '<Error><Description>No <b>device</b></Description><Code>404</Code></Error>';

describe('An answer with status 200 to a command', () => {
	it.each<string | object>([
		{ success: false },
		{ success: 'false' },
		{ Success: 'FALSE ', deviceId: 1 },
		{ succeeded: false },
		{ isSuccess: false },
		{ is_success: false },
		{ OK: false },
		{ error: 'Device not supported' },
		{ Errors: ['Device not supported'] },
		{ errors: { platform: ['Not supported'] } },
		{ errorMessage: 'Device not supported' },
		{ ErrorMessage: 'Device not supported', data: null },
		{ errors: 2 },
		{ error: true },
		{ status: 400 },
		{ statusCode: '404' },
		{ Status: 'Failed' },
		{ status: ' error' },
		{ data: { success: false } },
		[{ success: false }],
		{ results: [{ success: false }, { error: 'Not found' }] },
		`<Content>${error}</Content>`,
		`<?xml version="1.0"?>\n<!-- made -->\n<Content xmlns="urn:x">\n\t${error}</Content>`,
		`<a:Content xmlns:a="urn:x"><a:Error><a:Code>404</a:Code></a:Error></a:Content>`,
		error,
		'<Content><Success>false</Success></Content>',
		'<Content><ErrorMessage>Not supported</ErrorMessage></Content>',
		{ Content: { Error: { Code: 404 } } },
		{ payload: { success: false } },
		{ isSuccessful: false },
		{ hasError: true },
		{ accepted: false },
		{ status: 'NotFound' },
		{ message: 'Device not found' },
		')]}\',\n{"success":false}',
	])('that says no is none of success: %j', async (body) => {
		const { error: thrown, success } = await lock(body);
		expect(success).toEqual([]);
		expect(thrown?.message).toBe(refused);
		expect(thrown?.description).toContain('Miradore said: ');
		expect(thrown?.description).not.toContain('<b>');
		expect(simulation.site.requests).toHaveLength(1);
	});

	it.each<string | object>([
		[{ success: true }, { success: false }],
		{ results: [{ id: 1 }, { id: 2, error: 'Not found' }] },
		{ success: true, error: 'Device not supported' },
		{ success: true, result: { success: false } },
		{ statusCode: 502 },
		{ status: '504' },
		{ device: { success: false } },
		'{"success":false,"message":"cut',
		'{"id": 1',
	])('that says no to a part, or may come from a gateway, is open: %j', async (body) => {
		const { error: thrown, success } = await lock(body);
		expect(success).toEqual([]);
		expect(thrown?.message).toContain('It is not known whether Miradore carried this out');
		expect(thrown?.description).toContain('action log');
		expect(simulation.site.requests).toHaveLength(1);
	});

	it('that says no to a part says so', async () => {
		const { error: thrown } = await lock([{ id: 1 }, { id: 2, error: 'Not <found>' }]);
		expect(thrown?.message).toBe(partly);
		expect(thrown?.description).toContain('Not &#60;found&#62;');
	});

	it.each([
		'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"><html/>',
		'<!-- proxy -->\n<!-- more --><html><body>Sign in</body></html>',
		'<head><title>Sign in</title></head><body></body>',
		'  <!-- x --><?xml version="1.0"?><!-- y --><HTML>',
		'<body>Sign in</body>',
		'<META http-equiv="refresh" content="0; url=/login">',
		'<script>location = "/login"</script>',
		'<center><h1>502 Bad Gateway</h1></center>',
		'Blocked <html><body>Sign in</body></html>',
		'<!-- <html>',
	])('that is a web page leaves it open: %s', async (body) => {
		const { error: thrown, success } = await lock(body);
		expect(success).toEqual([]);
		expect(thrown?.message).toBe(page);
		expect(thrown?.description).not.toContain('Miradore said');
	});

	it.each<string | object>([
		'',
		'OK',
		'true',
		'[]',
		'<Content />',
		'<Content><Items count="1"><Device><ID>1</ID></Device></Items></Content>',
		{ success: true, error: null, errors: [], errorMessage: '' },
		{ ok: 'true', error: false, errors: {}, status: 'Queued' },
		{ status: 200, statusCode: '202', errors: 0, errorCode: 0 },
		{ message: 'error: none', device: { status: 'failed' } },
		[{ success: true }, { status: 'Queued' }],
		{ id: 5, status: 'Queued' },
		{ id: 5, status: 'Unmanaged', message: 'The command is queued' },
	])('that says nothing of the kind is a success: %j', async (body) => {
		const { error: thrown, success } = await lock(body);
		expect(thrown).toBeUndefined();
		expect(success[0].json).toMatchObject({ success: true, deviceId: 1 });
	});

	it('may repeat the words that were sent', async () => {
		const message = 'Lost and not found';
		simulation.site.addFault({ status: 200, body: { message }, handled: true });
		const { error: thrown, success } = await run({ operation: 'enableLostMode', message });
		expect(thrown).toBeUndefined();
		expect(success[0].json).toEqual({ success: true, outcome: 'sent', deviceId: 1, message });
	});

	it('is quoted in few words', async () => {
		const { error: thrown } = await lock({ success: false, why: 'x'.repeat(2000) });
		expect(thrown?.description?.length).toBeLessThan(700);
	});
});
