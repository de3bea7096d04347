import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../values/json';
import { ApiFailure } from './apiFailure';

/**
 * The items of a JSON answer whose shape isn't documented: each element of a list, or the one object;
 * none for an empty answer. Text and numbers become objects with one field.
 *
 * @param name the name of that field
 * @throws ApiFailure when the answer is no JSON
 */
export function readJsonItems(body: unknown, name: string): IDataObject[] {
	if (body === undefined || body === null) return [];
	if (Array.isArray(body)) {
		return body.map(
			(element: unknown) => (isObject(element) ? element : { [name]: element }) as IDataObject,
		);
	}
	if (isObject(body)) return [body];
	throw new ApiFailure(
		'Miradore sent something else than JSON',
		"Check 'Base URL' in the credential, or try again later.",
	);
}
