import { judgeCommand } from '../../nodes/Miradore/transport/verdict';

/** What a body says, told by the words in it. */
const judge = (body: unknown, sent?: unknown) => judgeCommand(body, sent) ?? 'success';

describe('words for a no that are no failure by name', () => {
	it.each<unknown>([
		{ message: 'Unable to lock the device' },
		{ message: 'The device cannot be locked' },
		{ message: 'The device can’t be locked' },
		{ message: 'Could not lock it' },
		{ message: "Couldn't reach the device" },
		{ message: 'You do not have permission' },
		{ message: 'No such device' },
		{ message: 'The device does not exist' },
		{ message: "It doesn't support this" },
		{ message: 'Insufficient rights' },
		{ status: 'Cancelled' },
		{ status: 'Aborted' },
		{ status: 'NotQueued' },
		{ state: 'Declined' },
		{ queued: false },
		{ data: { isQueued: 'false' } },
		'Cannot lock',
		'Login required',
		'Your session has expired',
		'Object moved to here',
		'<Content><Message>Unable to lock</Message></Content>',
	])('are one: %j', (body) => {
		expect(['no', 'unclear']).toContain(judge(body));
	});

	it.each<unknown>([
		{ message: 'The wipe has begun, which cannot be undone' },
		{ status: 'NotStarted' },
		{ queued: true },
		{ message: 'It will not show before the device reports' },
		{ id: 5, name: 'Cannot' },
	])('leave a success alone: %j', (body) => {
		expect(judge(body)).toBe('success');
	});
});
