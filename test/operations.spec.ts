import type { INodeProperties } from 'n8n-workflow';
import { Miradore } from '../nodes/Miradore/Miradore.node';
import { resources } from '../nodes/Miradore/resources';

const { properties } = new Miradore().description;
const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({ resource, operation })),
);

describe.each(operations)('$resource.name: $operation.name', ({ resource, operation }) => {
	const shown = properties.filter(
		({ displayOptions, type }) =>
			type !== 'hidden' &&
			displayOptions?.show?.resource?.includes(resource.value) &&
			displayOptions.show.operation?.includes(operation.value),
	);

	it('shows its own fields, by the names under which they are read', () => {
		const names = shown.map(({ name }) => name);
		expect(names).toEqual([
			...(operation.warns ? ['notice'] : []),
			...Object.keys(operation.fields),
		]);
		for (const { displayOptions } of shown) {
			expect(displayOptions?.show).toMatchObject({
				resource: [resource.value],
				operation: [operation.value],
			});
		}
	});

	it('has the collection Options, in alphabetical order', () => {
		const { options } = shown.find(({ name }) => name === 'options') as INodeProperties;
		const labels =
			options?.map((option) => ('displayName' in option ? option.displayName : '')) ?? [];
		expect(labels).toContain('Timeout');
		expect(labels).toEqual([...labels].sort());
		// The editor's panel cuts longer ones.
		expect(labels.filter((label) => label.length > 27)).toEqual([]);
	});

	it('can be chosen, and says what it does', () => {
		const list = properties.find(
			({ name, displayOptions }) =>
				name === 'operation' && displayOptions?.show?.resource?.includes(resource.value),
		);
		expect(list?.options).toContainEqual({
			name: operation.name,
			value: operation.value,
			action: operation.action,
			description: operation.description,
		});
	});
});

describe('the node', () => {
	it.each([
		['lock', /Mac restarts and needs a PIN/],
		['wipe', /fully managed Android.*work profile.*Macs and Windows/],
		['retire', /Fully managed Android devices and Shared iPads are wiped/],
		['enableLostMode', /supervised/],
		['batch', /all input items go in one request/],
	])('tells above the fields of %s what will happen', (operation, text) => {
		const notices = properties.filter(
			({ type, displayOptions }) =>
				type === 'notice' && displayOptions?.show?.operation?.includes(operation),
		);
		expect(notices.map(({ displayName }) => displayName)).toEqual([expect.stringMatching(text)]);
	});

	it('calls the places of an organization the same everywhere', () => {
		const texts = JSON.stringify(properties);
		expect(texts).not.toMatch(/"(displayName|name)":"Location"/);
		// As a resource, a filter and a column.
		expect(texts.match(/"displayName":"Location \(Place\)"/g)).not.toBeNull();
		expect(texts).toContain('"name":"Location (Place)","value":"place"');
		expect(texts).toContain('"name":"Location (Place)","value":"location"');
	});

	it('lists resources and operations in alphabetical order', () => {
		for (const { options } of properties.filter(({ name }) =>
			/^(resource|operation)$/.test(name),
		)) {
			const labels = options?.map(({ name }) => name) ?? [];
			expect(labels).toEqual([...labels].sort());
			// The editor's panel cuts longer ones.
			expect(labels.filter((label) => label.length > 27)).toEqual([]);
		}
	});

	it('can be an AI tool', () => {
		expect(new Miradore().description.usableAsTool).toBe(true);
	});
});
