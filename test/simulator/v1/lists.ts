import type { SimulatedFleet } from '../fleet';
import type { ItemType, Reader } from './model';

/** An invented organization, location or category. */
interface NamedEntry {
	id: number;
	name: string;
	fullName: string;
	parentId?: number;
}

export const organizations: NamedEntry[] = [
	{ id: 3001, name: 'Field Services', fullName: 'Field Services' },
	{ id: 3002, name: 'Research & Development', fullName: 'Research & Development' },
];

export const locations: NamedEntry[] = [
	{ id: 4001, name: 'Finland', fullName: 'Finland' },
	{ id: 4002, name: 'Helsinki', fullName: 'Finland / Helsinki', parentId: 4001 },
	{ id: 4003, name: 'Jyväskylä', fullName: 'Finland / Jyväskylä', parentId: 4001 },
];

export const categories: NamedEntry[] = [
	{ id: 5001, name: 'Shared', fullName: 'Shared' },
	{ id: 5002, name: 'Personal', fullName: 'Personal' },
];

/** An invented configuration profile. */
interface ProfileEntry extends NamedEntry {
	type: string;
	platform: string;
	status: string;
	description?: string;
}

const profiles: ProfileEntry[] = [
	{
		id: 6001,
		name: 'Office Wi-Fi',
		fullName: 'Office Wi-Fi',
		type: 'Wireless',
		platform: 'Android',
		status: 'Active',
		description: 'The network of the offices',
	},
	{
		id: 6002,
		name: 'Passcode',
		fullName: 'Passcode',
		type: 'Passcode',
		platform: 'iOS',
		status: 'Deleted',
	},
];

const unusedTag = 'Unused';
const created = new Date('2023-01-01T00:00:00Z');

const idAndName: Record<string, Reader<NamedEntry>> = {
	ID: ({ id }) => id,
	Name: ({ name }) => name,
};

/** The attributes of an entry that a device shows. */
export const entryAttributes: Record<string, Reader<NamedEntry>> = {
	...idAndName,
	FullName: ({ fullName }) => fullName,
};

/** The entry of this name in a list, as rows of a child item; none if the name is in no list. */
export function entriesNamed(list: NamedEntry[], name: string | undefined): NamedEntry[] {
	return list.filter((entry) => entry.name === name);
}

export function organizationItem(): ItemType<NamedEntry> {
	return placeItem('Organization', organizations);
}

export function locationItem(): ItemType<NamedEntry> {
	return placeItem('Location', locations);
}

export function categoryItem(): ItemType<NamedEntry> {
	return listItem('Category', categories, idAndName);
}

export function profileItem(): ItemType<ProfileEntry> {
	return listItem('ConfigProfile', profiles, {
		...idAndName,
		Description: ({ description }) => description,
		ConfigurationType: ({ type }) => type,
		OSCategory: ({ platform }) => platform,
		Status: ({ status }) => status,
	});
}

/** That it has an ID and a name is an assumption. */
export function attributeItem({ attributes }: SimulatedFleet): ItemType<{ id: string }> {
	return {
		name: 'CustomAttributeDefinition',
		attributes: { ID: ({ id }) => Number(id), Name: (one) => (one as { name?: string }).name },
		defaults: ['ID', 'Name'],
		all: () => attributes,
	};
}

/** The tags in use and one that is not, each once. */
export function tagItem({ devices }: SimulatedFleet): ItemType<string> {
	return {
		name: 'Tag',
		attributes: { Name: (name) => name },
		defaults: ['Name'],
		all: () => [...new Set([...devices.flatMap(({ tags }) => tags), unusedTag])],
	};
}

function placeItem(name: string, entries: NamedEntry[]): ItemType<NamedEntry> {
	const type = listItem(name, entries, {
		...entryAttributes,
		Status: () => 'Active',
		Created: () => created,
		Modified: () => created,
	});
	const rows = ({ parentId }: NamedEntry) => (parentId === undefined ? [] : [parentId]);
	return { ...type, branches: { Parent: { rows, attributes: { ID: (id) => id as number } } } };
}

function listItem<Entry extends NamedEntry>(
	name: string,
	entries: Entry[],
	attributes: Record<string, Reader<Entry>>,
): ItemType<Entry> {
	return {
		name,
		attributes,
		defaults: ['ID', 'Name'],
		all: () => entries,
		find: (id) => entries.find((entry) => entry.id === id),
	};
}
