import { UserError, type IDataObject, type IHttpRequestMethods } from 'n8n-workflow';
import type { Field } from '../execution/field';
import { path, type ApiRequest } from '../transport/request';
import { readLocator } from './locator';
import { shorten } from '../values/entered';
import { largestId } from '../values/number';

/** One user: by id a number, by email address text. */
export const user: Field<number | string> = {
	property: {
		displayName: 'User',
		name: 'user',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchUserIds', searchable: true },
			},
			{
				displayName: 'By Email',
				name: 'email',
				type: 'string',
				placeholder: 'e.g. anna@example.com',
				hint: "How Miradore names the query parameter for this is not documented publicly; see the option 'Email Parameter'",
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 7' },
		],
	},
	identifies: true,
	read: (value) => {
		const { mode, value: text } = readLocator(value);
		if (/^[^\s@]+@[^\s@]+$/.test(text)) return text;
		// A number that came with 'By Email' is no ID: another user would be meant.
		const isId = /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= largestId;
		if ((mode === 'id' || mode === 'list') && isId) return Number(text);
		throw new UserError(`'User' is neither a user ID nor an email address: ${shorten(text)}`, {
			description: 'Choose the user from the list, or enter the number or the email address',
		});
	},
};

/** The query parameter for an email address, whose name isn't known (miradore-api.md 1.3). */
export const emailParameter: Field<string> = {
	property: {
		displayName: 'Email Parameter',
		name: 'emailParameter',
		type: 'string',
		default: 'email',
		description:
			"The query parameter that holds the user's email address where the user is chosen by it. The name 'email' is an assumption.",
	},
	read: (value) => {
		if (typeof value === 'string' && /^[A-Za-z][\w.-]*$/.test(value.trim())) return value.trim();
		throw new UserError("'Email Parameter' is not the name of a query parameter", {
			description: "Without the option, 'email' is used",
		});
	},
};

/**
 * A request about a user: `/User/{userId}…` by id, `/User…?email=` by email address
 * (miradore-api.md 1.3).
 *
 * @param rest what follows in the path, made with {@link path}
 */
export function userRequest(
	method: IHttpRequestMethods,
	who: number | string,
	options: IDataObject,
	rest = '',
	requestBody?: object,
): ApiRequest {
	const isId = typeof who === 'number';
	const parameter = String(options.emailParameter ?? 'email');
	return {
		api: 'v2',
		method,
		path: (isId ? path`/User/${who}` : '/User') + rest,
		...(!isId && { query: { [parameter]: who } }),
		...(requestBody && { body: requestBody }),
	};
}
