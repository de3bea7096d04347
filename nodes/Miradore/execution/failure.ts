import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type UserError,
} from 'n8n-workflow';
import { ApiFailure } from '../transport/apiFailure';

/** Why an item was not carried out, in words for the user. */
export interface Failure {
	message: string;
	description: string;
	/** Whether it came from Miradore or the way there, and not from what the user entered. */
	isFromApi: boolean;
	/** Whether it is a command that Miradore may have carried out all the same. */
	isOpen: boolean;
	/** The status of Miradore's answer where one came. */
	httpCode?: number;
}

/**
 * @param error what reading or sending gave
 * @param name what was acted on, such as `Device 12`, where that is known
 * @param explanation what the status means for the operation at hand
 */
export function describeFailure(error: unknown, name?: string, explanation?: string): Failure {
	const { message, description } = error as Partial<UserError>;
	const isFromApi = error instanceof ApiFailure;
	const isOpen = isFromApi && error.mayBeCarriedOut;
	return {
		message: [name, isOpen && 'It is not known whether Miradore carried this out', message]
			.filter(Boolean)
			.join(': '),
		description: [isOpen && lookFirst, explanation, description].filter(Boolean).join(' '),
		isFromApi,
		isOpen,
		...(isFromApi && error.httpCode !== undefined && { httpCode: error.httpCode }),
	};
}

const lookFirst =
	"Look into the action log in Miradore's console before you send it again: it was not repeated.";

/**
 * The item of a failure when the node goes on. n8n tells it from a success by its keys, so it has
 * no others; n8n 1 knows no `details` and no empty `message`, and would put the item out as a success.
 *
 * @param subject what was acted on, for `details`; undefined for n8n's error output, where the fields of
 * the input item are added instead
 */
export function toFailedItem(
	{ message, description, httpCode }: Failure,
	itemIndex: number,
	subject?: IDataObject,
): INodeExecutionData {
	const pairedItem = { item: itemIndex };
	if (!subject) {
		return { json: { error: message, ...(description && { message: description }) }, pairedItem };
	}
	const details = { ...subject, ...(httpCode !== undefined && { httpCode }) };
	return { json: { error: message, message: description, details }, pairedItem };
}

/** The error of a failure when the node stops. */
export function toNodeError(node: INode, failure: Failure, itemIndex: number, report: string) {
	const message = `${failure.message} [item ${itemIndex}]`;
	// What follows stands on the same line where the editor shows it.
	const advice = report ? failure.description.replace(/[^.!?]$/, '$&.') : failure.description;
	const description = [advice, report].filter(Boolean).join('\n\n');
	const options = { message, description, itemIndex };
	const error = failure.isFromApi
		? new NodeApiError(node, {}, { ...options, httpCode: failure.httpCode?.toString() })
		: new NodeOperationError(node, message, options);
	// n8n puts a text of its own in place of one that has a code such as ENOENT anywhere in it.
	error.message = message;
	return error;
}
