import { byExpression, useCommands } from './useCommands';

const { simulation, command } = useCommands();
const user = { __rl: true, mode: 'id', value: '2001' };

describe.each([
	['device', 'wipe', { deviceId: byExpression }],
	['device', 'retire', { deviceId: byExpression }],
	['user', 'delete', { user }],
	['customAttribute', 'delete', { attributeId: '3' }],
])('%s %s', (resource, operation, named) => {
	it.each([[false], [''], ['no'], [undefined], [null], ['={{ $json.nothing }}'], [[]]])(
		'is refused where confirm is %p',
		async (confirm) => {
			const parameters = { resource, ...named, confirm };
			const { error } = await command(operation, [1], parameters);
			expect(error?.message).toContain("'Confirm: Can't Be Undone' is");
			expect(simulation.site.requests).toEqual([]);
		},
	);
});
