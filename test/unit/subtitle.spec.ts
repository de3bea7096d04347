import { Workflow, type INode, type INodeTypeDescription } from 'n8n-workflow';
import { Miradore } from '../../nodes/Miradore/Miradore.node';
import { MiradoreTrigger } from '../../nodes/Miradore/MiradoreTrigger.node';
import { resources } from '../../nodes/Miradore/resources';
import { events } from '../../nodes/Miradore/trigger/events';

/** What n8n shows below the name of a node with these parameters. */
async function subtitleOf(
	{ subtitle = '' }: INodeTypeDescription,
	parameters: INode['parameters'],
): Promise<unknown> {
	const node = { id: '1', name: 'A', type: 't', typeVersion: 1, position: [0, 0], parameters };
	const nodeTypes = { getByNameAndVersion: () => undefined };
	const workflow = new Workflow({
		nodes: [node as INode],
		connections: {},
		active: false,
		nodeTypes: nodeTypes as never,
	});
	await workflow.expression.acquireIsolate();
	const shown = workflow.expression.getSimpleParameterValue(
		node as INode,
		subtitle,
		'internal',
		{},
	);
	await workflow.expression.releaseIsolate();
	return shown;
}

const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({ resource, operation })),
);

it.each(operations)(
	'below the node stands $operation.name: $resource.name',
	async ({ resource, operation }) => {
		const parameters = { resource: resource.value, operation: operation.value };
		const shown = `${operation.name}: ${resource.name}`;
		expect(await subtitleOf(new Miradore().description, parameters)).toBe(shown);
	},
);

it.each(events)('below the trigger stands $name', async ({ name, value }) => {
	expect(await subtitleOf(new MiradoreTrigger().description, { event: value })).toBe(name);
});
