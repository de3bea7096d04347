import { UserError, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { shorten } from '../values/entered';
import { isPlainObject } from '../values/json';
import { readField, type Field } from '../execution/field';

/**
 * A parameter in which the user adds what is needed, such as filters or options. Its value holds what
 * was added, each read by its own field.
 *
 * @param members what can be added; in the editor by label
 * @param passedOver further names that mean nothing here; all others are refused
 */
export function collection(
	property: Pick<INodeProperties, 'displayName' | 'name' | 'placeholder' | 'description'>,
	members: Field[],
	passedOver: string[] = [],
): Field<IDataObject> {
	const place = ` in '${property.displayName}'`;
	return {
		property: {
			...property,
			type: 'collection',
			default: {},
			options: members
				.map((member) => member.property)
				.sort((one, other) => one.displayName.localeCompare(other.displayName)),
		},
		unset: {},
		read: (value, surroundings) => {
			const added = requireObject(property.displayName, value);
			const names = members.map((member) => member.property.name);
			const isUnknown = (name: string) => !names.includes(name) && !passedOver.includes(name);
			const unknown = Object.keys(added).find(isUnknown);
			if (unknown !== undefined) {
				throw new UserError(`'${property.displayName}' has no '${shorten(unknown)}'`, {
					description: `Nothing was sent. It knows ${names.join(', ')}; upper and lower case matter. Names that the editor doesn't show are in the node's JSON: correct it there, or add the node anew.`,
				});
			}
			const read = members
				.filter((member) => Object.hasOwn(added, member.property.name))
				.map((member) => {
					const { name } = member.property;
					return [name, readField(member, added[name], surroundings, place)];
				});
			return Object.fromEntries(read) as IDataObject;
		},
	};
}

function requireObject(label: string, value: unknown): IDataObject {
	if (isPlainObject(value)) return value as IDataObject;
	throw new UserError(`'${label}' is not an object`, {
		description: 'Its expression has to give names and values.',
	});
}

/**
 * A second parameter of the same name, which the editor doesn't show. n8n drops all that a collection
 * doesn't know before a node sees it: a condition with a mistyped name would vanish, and so would one
 * that is an expression as a whole. Of a parameter that is no collection it keeps everything.
 */
export function keepUnknown(property: INodeProperties): INodeProperties[] {
	if (property.type !== 'collection') return [property];
	const { displayName, name, displayOptions } = property;
	return [property, { displayName, name, displayOptions, type: 'hidden', default: {} }];
}
