import type { Answer, Question } from './ask';
import { describe, expectAnswer, nothingThere, type Fact, type Finding } from './fact';
import { devices, isList, itemsIn, textsOf } from './v1';

/** A list that there is beside that of devices, with the attributes that the node reads. */
function list(item: string, select: string, mark: string): Fact {
	return {
		id: `v1 list of ${item}`,
		says: `200, with ${select}`,
		mark,
		questions: () => [{ api: 'v1', path: `/${item}`, query: { select, options: 'rows=5,page=1' } }],
		find: expectAnswer(200, isList),
	};
}

/** An attribute of devices that the node reads. */
function attribute(what: string, select: string, mark: string): Fact {
	return {
		id: `v1 ${what}`,
		says: `${select} can be selected`,
		mark,
		questions: () => [devices({ select: `ID,${select}`, options: 'rows=5,page=1' })],
		find: expectAnswer(200, isList),
	};
}

/** Tells by the children of each device whether a condition was kept to. */
function keepsTo(name: string, isMet: (value: string) => boolean) {
	return ([answer]: Answer[]): Finding => {
		if (!isList(answer)) return { found: describe(answer), agrees: false };
		const items = itemsIn(answer)?.children ?? [];
		if (items.length === 0) return nothingThere;
		const met = items.filter((item) => textsOf(item, name).some(isMet)).length;
		return { found: `${met} of ${items.length} meet it`, agrees: met === items.length };
	};
}

const askBy = (select: string, filters: string): Question =>
	devices({ select: `ID,${select}`, filters, options: 'rows=25,page=1' });

/** What the lists, filters and watched attributes of the node rest on (miradore-api.md 5.3 to 5.7). */
export const v1InventoryFacts: Fact[] = [
	list('Category', 'ID,Name', 'T2'),
	list('ConfigProfile', 'ID,Name,ConfigurationType,Description,OSCategory,Status', 'T2'),
	list('Location', 'ID,Name,FullName,Status', 'T2'),
	list('Organization', 'ID,Name,FullName,Status', 'T2'),
	list('Tag', 'Name', 'T2'),
	list('User', 'ID,Email,Firstname,Lastname,PhoneNumber,Status', 'T1'),
	attribute('patch level', 'Security.Android.SecurityPatchLevel', 'T1'),
	attribute('Lost Mode', 'Client.LostModeStatus', 'T2'),
	attribute('applications', 'InvApplication.*', 'L'),
	attribute('certificates', 'InvCertificate.*', 'I'),
	{
		id: 'v1 filter by application',
		says: 'InvApplication.Name contains a: devices that have one',
		mark: 'I',
		questions: () => [askBy('InvApplication.Name', 'InvApplication.Name contains a')],
		find: keepsTo('Name', (name) => /a/i.test(name)),
	},
	{
		id: 'v1 filter by encryption',
		says: 'Security.EncryptionStatus eq Enabled',
		mark: 'I',
		questions: () => [askBy('Security.EncryptionStatus', 'Security.EncryptionStatus eq Enabled')],
		find: keepsTo('EncryptionStatus', (value) => value === 'Enabled'),
	},
	{
		id: 'v1 several values by or',
		says: 'Platform eq iOS or Platform eq Android gives both and no other',
		mark: 'T2',
		questions: () => [askBy('Platform', 'Platform eq iOS or Platform eq Android')],
		find: keepsTo('Platform', (value) => ['iOS', 'Android'].includes(value)),
	},
];
