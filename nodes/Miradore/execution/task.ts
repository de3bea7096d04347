import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { ApiRequest } from '../transport/request';
import type { Fields, Operation, Values } from './operation';

/** What one input item asks for, checked and ready to be sent. */
export interface Task {
	values: Values<Fields>;
	request: ApiRequest;
}

/**
 * Reads the parameters of one item. Nothing is sent.
 *
 * @throws UserError when a value can't be used.
 */
export function readTask(
	context: IExecuteFunctions,
	operation: Operation,
	itemIndex: number,
): Task {
	const timeZone = context.getTimezone();
	const values: Values<Fields> = {};
	for (const [name, field] of Object.entries(operation.fields)) {
		values[name] = field.read(context.getNodeParameter(name, itemIndex), timeZone);
	}
	return { values, request: operation.request(values) };
}

/** What a task acts on, such as `{ deviceId: 12 }`. */
export function subjectOf({ fields }: Operation, { values }: Task): IDataObject {
	const names = Object.keys(fields).filter((name) => fields[name].identifies);
	return Object.fromEntries(names.map((name) => [name, values[name]])) as IDataObject;
}

/** The same for people, such as `Device 12`. */
export function nameOf({ fields }: Operation, { values }: Task): string {
	return Object.keys(fields)
		.filter((name) => fields[name].identifies)
		.map((name) => `${fields[name].property.displayName} ${String(values[name])}`)
		.join(', ');
}
