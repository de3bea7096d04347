import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Fields } from '../../nodes/Miradore/execution/operation';

/** A place in a node's parameters that takes a value. */
export interface Place {
	/** The names that lead there; list positions are numbers as text. */
	path: string[];
	/** What the innermost parameter is called on the screen. */
	label: string;
	property: INodeProperties;
}

/**
 * All places of the parameters that the editor shows: single values, those within locators and rows, and
 * whole collections.
 */
export function findPlaces(fields: Fields, parameters: IDataObject): Place[] {
	return Object.entries(fields)
		.filter(([, { property }]) => isShown(property, parameters))
		.flatMap(([name, { property }]) => within(property, parameters[name], [name]));
}

/** Whether a parameter isn't hidden by the value of another. */
export function isShown({ displayOptions }: INodeProperties, values: IDataObject): boolean {
	return Object.entries(displayOptions?.show ?? {}).every(
		([name, shown]) => !(name in values) || (shown as unknown[]).includes(values[name]),
	);
}

function within(property: INodeProperties, value: unknown, path: string[]): Place[] {
	const label = property.displayName;
	const members = (property.options ?? []) as INodeProperties[];
	if (property.type === 'collection') {
		const set = members.filter((member) => member.name in (value as IDataObject));
		const inner = set.flatMap((member) =>
			within(member, (value as IDataObject)[member.name], [...path, member.name]),
		);
		return [{ path, label, property }, ...inner];
	}
	if (property.type === 'fixedCollection') {
		return Object.entries(value as Record<string, IDataObject[]>).flatMap(([group, rows]) => {
			const { values } = (
				property.options as Array<{ name: string; values: INodeProperties[] }>
			).filter((one) => one.name === group)[0];
			return rows.flatMap((row, index) =>
				values.flatMap((one) =>
					within(one, row[one.name], [...path, group, String(index), one.name]),
				),
			);
		});
	}
	const isLocator = typeof value === 'object' && value !== null && '__rl' in value;
	return [{ path: isLocator ? [...path, 'value'] : path, label, property }];
}

/** The parameters with something else in one place. */
export function put(
	parameters: IDataObject,
	[name, ...rest]: string[],
	value: unknown,
): IDataObject {
	const copy = (Array.isArray(parameters) ? [...parameters] : { ...parameters }) as IDataObject;
	copy[name] = (
		rest.length > 0 ? put(copy[name] as IDataObject, rest, value) : value
	) as IDataObject[string];
	return copy;
}
