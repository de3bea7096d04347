import { UserError, type IDataObject } from 'n8n-workflow';
import type { Field } from '../execution/field';
import { shorten } from '../values/entered';
import { additionalBodyFields, bodyOf, readJson, swagger } from './body';

/**
 * The options of a call whose fields in the body have names that are inferred: how Miradore's API v2 calls
 * them isn't documented publicly (miradore-api.md 1.3).
 *
 * @param names as the node sends them
 */
export function inferredBodyOptions(names: string[]): Field[] {
	return [bodyFieldNames(names), additionalBodyFields];
}

/**
 * The body of fields whose names are inferred, as the options have it: under other names, and with more.
 *
 * @param fields by the names that the node sends; those without a value are left out
 */
export function inferredBodyOf(fields: IDataObject, options: IDataObject): IDataObject {
	const { bodyFieldNames: others = {} } = options as { bodyFieldNames?: Record<string, string> };
	const named = Object.entries(fields).map(([name, value]) => [others[name] ?? name, value]);
	return bodyOf(Object.fromEntries(named) as IDataObject, options);
}

function bodyFieldNames(names: string[]): Field<IDataObject> {
	const displayName = 'Body Field Names (JSON)';
	const known = names.join(', ');
	return {
		property: {
			displayName,
			name: 'bodyFieldNames',
			type: 'json',
			default: '{}',
			description: `Other names for what is sent as ${known}. These are assumptions: Miradore's own names are on ${swagger}. For example {"${names[0]}": "${names[0]}Text"}.`,
		},
		read: (value) => {
			const entered = readJson(displayName, value) as IDataObject;
			const isName = ([name, other]: [string, unknown]) =>
				names.includes(name) && typeof other === 'string' && other.trim() !== '';
			const wrong = Object.entries(entered).find((one) => !isName(one));
			const sent = new Set(names.map((name) => entered[name] ?? name));
			if (wrong ?? sent.size < names.length) {
				const which = wrong ? `: ${shorten(wrong[0])}` : '';
				throw new UserError(`'${displayName}' can't be used${which}`, {
					description: `It takes a name of its own for each of ${known}, as text.`,
				});
			}
			return entered;
		},
	};
}
