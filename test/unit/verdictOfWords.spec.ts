import { judgeCommand } from '../../nodes/Miradore/transport/verdict';

/** What a body says, told by the words in it. */
const judge = (body: unknown, sent?: unknown) => judgeCommand(body, sent) ?? 'success';

describe('a body that is no JSON, or only half of it', () => {
	it.each([
		['{"success":false,"message":"cut', 'unclear'],
		['{"id": 1', 'unclear'],
		['[{"id": 1}, {"id', 'unclear'],
		['{"success":false}{}', 'unclear'],
		['"Locked', 'unclear'],
		[')]}\',\n{"success":false}', 'no'],
		[')]}\',\n{"id":1}', 'success'],
		['for(;;);{"success":false}', 'no'],
		['while(1);{"success":', 'unclear'],
		['"{\\"success\\":false}"', 'unclear'],
		['Blocked <html><body>Sign in</body></html>', 'unclear'],
		['<!-- <html>', 'unclear'],
		['<!-- a --', 'unclear'],
		['\u0000<html>', 'unclear'],
		['Locked <br>', 'unclear'],
		['Locked "Phone 1" [1]', 'success'],
		['1 < 2', 'success'],
	])('%s says: %s', (body, verdict) => {
		expect(judge(body)).toBe(verdict);
	});
});

describe('a document of API v1', () => {
	it.each([
		['<Content><Success>false</Success></Content>', 'no'],
		['<Content success="false"/>', 'no'],
		['<Content><Result success="false"/></Content>', 'no'],
		['<Content><ErrorMessage>Not supported</ErrorMessage></Content>', 'no'],
		['<Content><Items/><Errors><Error>No</Error><Error>Never</Error></Errors></Content>', 'no'],
		['<n:Content xmlns:n="urn:x"><n:Status>Failed</n:Status></n:Content>', 'no'],
		['<Content><Device><Success>false</Success></Device></Content>', 'unclear'],
		['<Content><Success>true</Success><Error/></Content>', 'success'],
		['<Content><Success>true</Succ', 'unclear'],
		['<Content/>', 'success'],
		[
			'<Content><Items><Device><ID>1</ID><Status>Failed</Status></Device></Items></Content>',
			'success',
		],
	])('%s says: %s', (body, verdict) => {
		expect(judge(body)).toBe(verdict);
	});

	it('that is too large for an answer to a command is not read', () => {
		expect(judge(`<Content><a>${'x'.repeat(200_000)}</a></Content>`)).toBe('unclear');
	});
});

describe('a body that says no in its own words', () => {
	it.each<[unknown, string]>([
		[{ isSuccessful: false }, 'no'],
		[{ accepted: false }, 'no'],
		[{ is_valid: 'false' }, 'no'],
		[{ success: 'N' }, 'no'],
		[{ hasError: true }, 'no'],
		[{ isFailed: 'true' }, 'no'],
		[{ failures: ['x'] }, 'no'],
		[{ validationErrors: { platform: ['x'] } }, 'no'],
		[{ Content: { Error: { Code: 404 } } }, 'no'],
		[{ payload: { success: false } }, 'no'],
		[{ command: { status: 'Failed' } }, 'no'],
		[{ succeeded: [], failed: [1] }, 'unclear'],
		[{ succeeded: 2, failed: 1 }, 'unclear'],
		[{ status: 'NotFound' }, 'no'],
		[{ code: 'DEVICE_NOT_FOUND' }, 'no'],
		[{ result: 'not-supported' }, 'no'],
		[{ status: 'Rejected by device' }, 'no'],
		[{ state: 'Gateway timed out' }, 'unclear'],
		[{ message: 'Device not found' }, 'no'],
		[{ id: 5, Message: 'An error has occurred.' }, 'no'],
		[{ message: 'Queued, but the device is not supported' }, 'unclear'],
		['Rejected', 'no'],
		['Upstream timed out', 'unclear'],
		['Please sign in', 'unclear'],
	])('%j says: %s', (body, verdict) => {
		expect(judge(body)).toBe(verdict);
	});
});

describe('a success with data', () => {
	it.each<unknown>([
		{ id: 5, status: 'Queued' },
		{ id: 5, status: 'Pending', state: 'NotStarted', result: 'Waiting for the device' },
		{ id: 5, status: 'Unmanaged', onlineStatus: 'Inactive', code: 'A-404' },
		{ id: 5, status: 'Completed without errors', message: '0 failed' },
		{ commandId: 'b1', message: 'The command is queued', enqueued: true, executed: false },
		{ success: 'OK', message: 'It fails if the device is not found' },
		{ success: true, error: null, failed: 'no', failures: [] },
		{ succeeded: 3, failed: 0, errorCount: 0 },
		{ succeeded: [1, 2], failed: [] },
		{ device: { id: 1, status: 'Failed', error: 'Screen broken', message: 'Not found' } },
		{ user: { id: 1, accepted: false, enabled: false, isValid: false } },
		{ name: 'Invalid', description: 'Error', friendlyName: 'Access denied' },
		[
			{ id: 1, status: 'Queued' },
			{ id: 2, status: 'Sent' },
		],
		'Queued',
		'No errors',
		'b1f7-66',
		12,
		true,
		null,
	])('stays one: %j', (body) => {
		expect(judge(body)).toBe('success');
	});

	it('may repeat what was sent, whatever the words are', () => {
		const sent = { message: 'Lost and not found', status: 'failed', footnote: 'x' };
		expect(judge(sent, sent)).toBe('success');
		expect(judge({ data: { Message: sent.message } }, sent)).toBe('success');
		expect(judge({ ...sent, message: 'Device not found' }, sent)).toBe('no');
		expect(judge({ message: sent.message, success: false }, sent)).toBe('no');
	});
});
