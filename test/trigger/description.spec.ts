import { MiradoreTrigger } from '../../nodes/Miradore/MiradoreTrigger.node';
import { events } from '../../nodes/Miradore/trigger/events';

const { description } = new MiradoreTrigger();

describe.each(events)('Trigger On: $name', ({ value, fields }) => {
	const shown = description.properties.filter(
		({ displayOptions, type }) => type !== 'hidden' && displayOptions?.show?.event?.includes(value),
	);

	it('shows its own fields, by the names under which they are read', () => {
		const names = shown.map(({ name }) => name);
		expect([...names].sort()).toEqual(Object.keys(fields).sort());
	});

	it('shows what is its own first, and Options last', () => {
		const names = shown.map(({ name }) => name);
		const [first] = Object.keys(fields);
		expect(names[0]).toBe(first);
		expect(names.at(-1)).toBe('options');
	});

	it("has options whose labels the editor's panel shows whole", () => {
		const options = shown.find(({ name }) => name === 'options')?.options ?? [];
		const labels = options.map((one) => ('displayName' in one ? one.displayName : ''));
		expect(labels).toContain('Timeout');
		expect(labels.filter((label) => label.length > 27)).toEqual([]);
	});
});

it('The trigger polls, and lists its events in alphabetical order', () => {
	expect(description).toMatchObject({ polling: true, inputs: [] });
	const names = events.map(({ name }) => name);
	expect(names).toEqual([...names].sort());
});
