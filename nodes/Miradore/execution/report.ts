import { escapeHtml } from '../values/html';
import type { Task } from './task';

/**
 * Tells after a stop which commands Miradore accepted and which it never got, so that nobody has to
 * guess which devices were acted on: lines in which HTML is escaped, for n8n's editor shows it; ids in ranges, for there may be
 * thousands.
 */
export function reportStop(tasks: Task[]): string[] {
	const list = (isListed: (task: Task) => unknown) => escapeHtml(nameAll(tasks.filter(isListed)));
	const isRefused = ({ failure }: Task) => failure && !failure.isFromApi;
	const lines = {
		'Sent to Miradore': list((task) => task.results && !task.isHeldBack) || 'none',
		'Not known whether carried out': list(({ failure }) => failure?.isOpen),
		Failed: list(({ failure }) => failure?.isFromApi && !failure.isOpen),
		'Not sent':
			list((task) => task.isHeldBack || isRefused(task) || (!task.results && !task.failure)) ||
			'none',
	};
	return Object.entries(lines)
		.filter(([, names]) => names)
		.map(([label, names]) => `${label}: ${names}.`);
}

/** How many things are listed with what they were found by; of more the IDs say enough. */
const mostWithClues = 100;

/**
 * Such as `Device 1–4999, 5003, Tag Sales; User anna@example.com; item 7`, or with what a device was found
 * by `Device 12 (Serial Number C02XK1AAJGH5)`.
 */
function nameAll(tasks: Task[]): string {
	const isLong = tasks.filter(({ order }) => order?.question).length > mostWithClues;
	const nameOf = ({ name, order }: Task) =>
		isLong && order?.question ? name.replace(` (${order.question.clue.text})`, '') : name;
	const numbered = new Map<string, Set<number>>();
	const named = new Set<string>();
	const note = (text: string, number: number) =>
		numbered.set(text, (numbered.get(text) ?? new Set()).add(number));
	for (const task of tasks) {
		const { items } = task;
		const name = nameOf(task);
		const [, label, id, rest] = /^(\w+) (\d+)($|[ ,].*)/s.exec(name) ?? [];
		if (label) note(`${label} #${rest}`, Number(id));
		else if (name) named.add(name);
		else for (const item of items) note('item #', item);
	}
	const ranges = [...numbered].map(([text, ids]) => text.replace('#', () => rangesOf([...ids])));
	return [...ranges, ...named].join('; ');
}

/** `1–3, 7` for 3, 1, 2 and 7. */
function rangesOf(numbers: number[]): string {
	const ranges: Array<[first: number, last: number]> = [];
	for (const number of numbers.sort((one, other) => one - other)) {
		const range = ranges.at(-1);
		if (range && range[1] === number - 1) range[1] = number;
		else ranges.push([number, number]);
	}
	return ranges.map(([first, last]) => (first === last ? first : `${first}–${last}`)).join(', ');
}
