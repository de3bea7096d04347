import { UserError, type IDataObject } from 'n8n-workflow';
import type { Field } from '../execution/field';
import { shorten } from '../values/entered';
import { findHole, isPlainObject, parseJson } from '../values/json';

/** Where a user finds what isn't known here; Miradore's own page names it (miradore-api.md 1.1). */
export const swagger =
	'<a href="https://online.miradore.com/swagger/index.html" target="_blank">Miradore\'s Swagger page</a>';

/** Fields beside those that have a parameter. */
export const additionalBodyFields: Field<IDataObject> = {
	property: {
		displayName: 'Additional Body Fields',
		name: 'additionalBodyFields',
		type: 'json',
		default: '{}',
		description: `Fields of the body that have no parameter here, as a JSON object; see ${swagger}`,
	},
	read: (value) => {
		const label = additionalBodyFields.property.displayName;
		const fields = readJson(label, value);
		if (!Array.isArray(fields)) return fields as IDataObject;
		throw new UserError(`'${label}' is not a JSON object`, {
			description: 'Enter names and values in braces, for example {"ownership": "Company"}',
		});
	},
};

/** The body of the fields that are set and what 'Additional Body Fields' adds. */
export function bodyOf(fields: IDataObject, options: IDataObject): IDataObject {
	const set = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
	const added = (options.additionalBodyFields ?? {}) as IDataObject;
	const both = set.map(([name]) => name).find((name) => Object.hasOwn(added, name));
	if (both !== undefined) {
		throw new UserError(`'${shorten(both)}' is set twice`, {
			description:
				"Nothing was sent. Remove it from 'Additional Body Fields', or from the parameters.",
		});
	}
	return { ...Object.fromEntries(set), ...added };
}

/** @throws UserError for a body without a field, which would change nothing */
export function refuseEmpty(body: IDataObject): IDataObject {
	if (Object.keys(body).length > 0) return body;
	throw new UserError('Nothing is set, so there is nothing to send', {
		description: 'Add a field, or fill in the ones that are there',
	});
}

/**
 * Reads JSON as text, or what an expression made of it.
 *
 * @throws UserError that names the label when it is no JSON, or neither an object nor a list
 */
export function readJson(label: string, value: unknown): object {
	const parsed = typeof value === 'string' ? parseJson(value) : value;
	if (!Array.isArray(parsed) && !isPlainObject(parsed)) {
		throw new UserError(`'${label}' is not a JSON object or list`, { description: howToEnter });
	}
	const hole = findHole(parsed);
	if (hole === undefined) return parsed;
	throw new UserError(`'${label}' has nothing in '${shorten(hole)}'`, {
		description: 'Its expression gave nothing. Correct it, or leave the field out.',
	});
}

const howToEnter =
	'Enter names and values in braces, for example {"name": "Sales"}: names and texts in double quotes, no comma after the last';
