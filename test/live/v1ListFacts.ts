import type { Answer } from './ask';
import { describe, expectAnswer, nothingThere, type Fact, type Finding } from './fact';
import { countIn, devices, isList, itemsIn, textsOf } from './v1';

/** Whether the date that a query gives has a form. */
function expectDates(form: RegExp) {
	return ([answer]: Answer[]): Finding => {
		const dates = textsOf(answer.xml, 'LastReported').filter(Boolean);
		if (!isList(answer)) return { found: describe(answer), agrees: false };
		if (dates.length === 0) return nothingThere;
		return { found: dates[0].replace(/\d/g, '9'), agrees: dates.every((date) => form.test(date)) };
	};
}

function pageSize(rows: number, mark: string): Fact {
	return {
		id: `v1 pages of ${rows}`,
		says: `rows=${rows} gives that many, as far as there are`,
		mark,
		questions: () => [devices({ select: 'ID', options: `rows=${rows},page=1` })],
		find: ([answer]) => {
			if (!isList(answer)) return { found: describe(answer), agrees: false };
			const given = itemsIn(answer)?.children.length ?? 0;
			const count = countIn(answer);
			return {
				found: `${given} of ${Number.isNaN(count) ? 'an unknown number' : count}`,
				agrees: count < rows ? given === count : given === rows,
			};
		},
	};
}

/** Whether the elements of a list stand in one of their plural. */
function container(name: string, attribute: string, mark: string): Fact {
	return {
		id: `v1 list ${name}s`,
		says: `wrapped: ${name}s > ${name}`,
		mark,
		questions: () => [devices({ select: `ID,${attribute}`, options: 'rows=25,page=1' })],
		find: ([answer]) => {
			if (!isList(answer)) return { found: describe(answer), agrees: false };
			const all = itemsIn(answer)?.children.flatMap(({ children }) => children) ?? [];
			const isWrapped = all.some((one) => one.name === `${name}s`);
			if (!isWrapped && !all.some((one) => one.name === name)) return nothingThere;
			return { found: isWrapped ? 'wrapped' : 'not wrapped', agrees: isWrapped };
		},
	};
}

/** How API v1 writes lists and what is in them (miradore-api.md 5.4 to 5.7). */
export const v1ListFacts: Fact[] = [
	{
		id: 'v1 dates',
		says: 'dd.MM.yyyy HH:mm:ss',
		mark: 'L',
		questions: () => [devices({ select: 'ID,LastReported', options: 'rows=25,page=1' })],
		find: expectDates(/^\d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d$/),
	},
	{
		id: 'v1 option dateformat',
		says: 'dates are written as asked',
		mark: 'L',
		questions: () => [
			devices({
				select: 'ID,LastReported',
				options: 'rows=25,page=1,dateformat=yyyy-MM-dd HH:mm:ss',
			}),
		],
		find: expectDates(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
	},
	{
		id: 'v1 orderby',
		says: 'the order is as asked',
		mark: 'L',
		questions: () => [devices({ select: 'ID', orderby: 'ID desc', options: 'rows=25,page=1' })],
		find: ([answer]) => {
			const found = textsOf(answer.xml, 'ID').map(Number);
			if (!isList(answer)) return { found: describe(answer), agrees: false };
			if (found.length < 2) return nothingThere;
			const isSorted = found.every((id, index) => index === 0 || id < found[index - 1]);
			return { found: isSorted ? 'descending' : 'another order', agrees: isSorted };
		},
	},
	{
		id: 'v1 range of IDs',
		says: 'ID gt 0 and ID le 1000000 gives no other',
		mark: 'I',
		questions: () => [
			devices({
				select: 'ID',
				filters: 'ID gt 0 and ID le 1000000',
				orderby: 'ID',
				options: 'rows=25,page=1',
			}),
		],
		find: ([answer]) => {
			const found = textsOf(answer.xml, 'ID').map(Number);
			if (!isList(answer)) return { found: describe(answer), agrees: false };
			if (found.length === 0) return nothingThere;
			return {
				found: `${found.length} in the range`,
				agrees: found.every((id) => id > 0 && id <= 1_000_000),
			};
		},
	},
	{
		id: 'v1 default page',
		says: '100 without rows',
		mark: 'T1',
		questions: () => [devices({ select: 'ID' })],
		find: ([answer]) => {
			const given = itemsIn(answer)?.children.length ?? 0;
			if (isList(answer) && given < 100 && given === countIn(answer)) return nothingThere;
			return { found: `${given} of ${countIn(answer)}`, agrees: given === 100 };
		},
	},
	pageSize(250, 'L'),
	pageSize(500, 'T4'),
	pageSize(1000, 'T4'),
	container('Tag', 'Tag.Name', 'L'),
	container('InvStorage', 'InvStorage.Type', 'L'),
	container('ConfigProfileDeployment', 'ConfigProfileDeployment.ID', 'I'),
	{
		id: 'v1 custom attributes',
		says: 'item CustomAttributeDefinition exists',
		mark: 'S',
		questions: () => [{ api: 'v1', path: '/CustomAttributeDefinition' }],
		find: expectAnswer(200, isList),
	},
];
