import { reportStop } from '../../nodes/Miradore/execution/report';
import type { Task } from '../../nodes/Miradore/execution/task';

const sent = (name: string, item = 0): Task => ({
	items: [item],
	subject: {},
	name,
	results: [{ success: true, outcome: 'sent' }],
});

describe('the report of a stop', () => {
	it.each([
		[[3, 1, 2, 7], 'Device 1–3, 7'],
		[[5], 'Device 5'],
		[[2, 2, 2], 'Device 2'],
		[[9, 11, 10, 1], 'Device 1, 9–11'],
	])('names the devices %j as %s', (ids, text) => {
		expect(reportStop(ids.map((id) => sent(`Device ${id}`)))).toEqual([
			`Sent to Miradore: ${text}.`,
			'Not sent: none.',
		]);
	});

	it('stays short for 10,000 devices', () => {
		const tasks = Array.from({ length: 10_000 }, (_, index) => sent(`Device ${index + 1}`));
		delete tasks[4999].results;
		expect(reportStop(tasks)).toEqual([
			'Sent to Miradore: Device 1–4999, 5001–10000.',
			'Not sent: Device 5000.',
		]);
	});

	it('escapes names for HTML, and names all that there is beside an id', () => {
		const tasks = ['Device 1, Tag <Sales>', 'Device 2, Tag <Sales>', 'Device 2, Tag #1 $& –'];
		expect(reportStop(tasks.map((name) => sent(name)))).toEqual([
			'Sent to Miradore: Device 1–2, Tag &#60;Sales&#62;; Device 2, Tag #1 $&#38; –.',
			'Not sent: none.',
		]);
		expect(reportStop([sent('User <b>@c.d'), sent('', 3), sent('', 4)])[0]).toContain(
			'item 3–4; User &#60;b&#62;@c.d',
		);
	});

	it('tells what was sent, is open, failed and was not sent', () => {
		const failure = { message: '', description: '', isFromApi: true, isOpen: false };
		const base = { items: [0], subject: {} };
		const tasks: Task[] = [
			sent('Device 1'),
			{ ...base, name: 'Device 2', failure: { ...failure, isOpen: true } },
			{ ...base, name: 'Device 3', failure },
			{ ...base, name: 'Device 4', failure: { ...failure, isFromApi: false } },
			{ ...base, name: 'Device 5', results: [{}], isHeldBack: true },
			{ ...base, name: 'Device 6', results: [{}], isHeldBack: true },
			{ ...base, name: 'Device 7' },
		];
		expect(reportStop(tasks)).toEqual([
			'Sent to Miradore: Device 1.',
			'Not known whether carried out: Device 2.',
			'Failed: Device 3.',
			'Not sent: Device 4–7.',
		]);
	});
});
