import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { resources } from '../nodes/Miradore/resources';
import { execute } from './core/execute';
import { useSite } from './core/site';

const simulation = useSite();

const parts = (property: INodeProperties) => (property.options ?? []) as INodeProperties[];

/** Every filter of a list that takes a text, and every such condition of a command. */
const places = resources.flatMap((resource) =>
	resource.operations
		.filter(({ value }) => value === 'getAll' || value === 'lock')
		.flatMap((operation) =>
			['filters', 'onlyIf'].flatMap((collection) => {
				const field = (operation.fields as Record<string, { property: INodeProperties }>)[
					collection
				];
				return (field?.property.type === 'collection' ? parts(field.property) : [])
					.filter(({ type }) => type === 'string' || type === 'resourceLocator')
					.map((property) => ({
						what: `${resource.value} ${operation.value}: ${property.displayName}`,
						names: { resource: resource.value, operation: operation.value },
						collection,
						property,
					}));
			}),
		),
);

/** What the editor keeps of a field that was added and left alone, and what an expression may give. */
const empties = ({ type, default: left }: INodeProperties): IDataObject[string][] => {
	const texts = ['', '  ', '={{ "" }}', '={{ undefined }}', '={{ ({ a: 1 }) }}'];
	if (type === 'string') return texts;
	const locators = texts.map((value) => ({ __rl: true, mode: 'name', value }));
	return [left, { mode: 'name', value: '' }, ...locators];
};

describe('A text that is added and empty', () => {
	it.each(places)('is called empty: $what', async ({ names, collection, property }) => {
		for (const value of empties(property)) {
			const { error } = await execute({
				parameters: {
					...names,
					deviceId: { __rl: true, mode: 'id', value: '1' },
					[collection]: { [property.name]: value },
				},
				credential: simulation.credential,
			});
			const said = `${error?.message} ${error?.description}`;
			expect([value, said]).toEqual([
				value,
				expect.stringMatching(new RegExp(`^'${property.displayName.replace(/[()]/g, '\\$&')}'`)),
			]);
			expect(said).toMatch(/ is empty| is not text/);
			expect(said).not.toMatch(/quote/);
		}
		expect(simulation.site.requests).toEqual([]);
	});

	it.each(['serialNumber', 'imei', 'name', 'userEmail'])(
		'is called empty: Device by %s',
		async (mode) => {
			for (const value of ['={{ "" }}', '={{ ({ a: 1 }) }}']) {
				const { error } = await execute({
					parameters: { operation: 'lock', deviceId: { __rl: true, mode, value } },
					credential: simulation.credential,
				});
				expect(error?.message).toMatch(/^'Device'.* is empty/);
				expect(error?.description).not.toMatch(/quote/);
			}
			expect(simulation.site.requests).toEqual([]);
		},
	);
});
