import type { INodeProperties, NodeHint } from 'n8n-workflow';
import type { Field } from '../execution/field';
import { keepUnknown } from '../fields/collection';
import type { TriggerEvent } from './event';
import { events } from './events';

/** What comes behind the fields that are an event's own. */
const lastOnes = ['simplify', 'options'];

/** The trigger's parameters: 'Trigger On', and each field for the events that have it. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Trigger On',
		name: 'event',
		type: 'options',
		noDataExpression: true,
		options: events.map(({ name, value, description }) => ({ name, value, description })),
		default: 'locationReported',
		required: true,
	},
	...fieldsOf(events),
];

/** What the editor says beside the output of some events: n8n takes no hints from a poll itself. */
export const hints: NodeHint[] = events.flatMap(({ value, aboutExample }) =>
	aboutExample === undefined
		? []
		: [
				{
					message: aboutExample,
					displayCondition: `={{ $parameter.event === "${value}" }}`,
					whenToDisplay: 'afterExecution',
					location: 'outputPane',
				},
			],
);

/** A field that several events share is one parameter, so that it keeps its value between them. */
function fieldsOf(all: TriggerEvent[]): INodeProperties[] {
	const eventsByField = new Map<Field, string[]>();
	for (const { fields, value } of all) {
		for (const field of Object.values(fields)) {
			eventsByField.set(field, [...(eventsByField.get(field) ?? []), value]);
		}
	}
	return [...eventsByField]
		.map(([{ property }, values]) => ({
			...property,
			displayOptions: { show: { event: values, ...property.displayOptions?.show } },
		}))
		.sort((one, other) => lastOnes.indexOf(one.name) - lastOnes.indexOf(other.name))
		.flatMap(keepUnknown);
}
