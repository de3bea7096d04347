import { UserError, type INodeProperties } from 'n8n-workflow';
import type { Field } from '../execution/field';
import type { Filter, Filters } from '../inventory/filters';
import { condition } from '../inventory/query';
import { isNothing } from '../values/presence';
import { readWholeNumber } from '../values/number';
import { isChosenOf } from './chosen';
import { collection } from './collection';
import { deviceFilters } from './deviceFilters';
import type { DeviceFilter } from './filterKinds';
import { readLocator } from './locator';
import { ownFilters } from './ownFilters';

/** The filters of lists of devices, by the filter's name. */
export const listFilters = filtersOf(deviceFilters);

/** The same for what is about devices of any status, or is itself about their status. */
export const listFiltersBesideStatus = filtersOf(
	deviceFilters.filter(({ property }) => property.name !== 'status'),
);

function filtersOf(offered: DeviceFilter[]): Field<Filters> {
	return collection({ displayName: 'Filters', name: 'filters', placeholder: 'Add filter' }, [
		...offered.map(anyOf),
		...ownFilters,
	]) as unknown as Field<Filters>;
}

/** Lets a filter have several values, of which a device has to have one. */
function anyOf({ property, attribute, operator }: DeviceFilter): Field<Filter> {
	const { displayName, type } = property;
	const isChoice = type === 'options';
	return {
		property: isChoice ? severalOf(property) : property,
		read: (value) => {
			const values = isChoice ? readChoices(property, value) : readValues(property, value);
			const conditions = values.map((one) => condition(displayName, attribute, operator, one));
			return { attribute, conditions: [...new Set(conditions)].sort() };
		},
	};
}

function severalOf(property: INodeProperties): INodeProperties {
	const { description = '' } = property;
	return {
		...property,
		type: 'multiOptions',
		default: [property.default as string],
		description: `${description && `${description}. `}Of several, a device has to have one.`,
	};
}

/** An expression may give one value alone. */
function readChoices({ displayName, options = [] }: INodeProperties, value: unknown): string[] {
	const known = options.flatMap((option) => ('value' in option ? [String(option.value)] : []));
	const chosen = Array.isArray(value) ? (value as unknown[]) : [value];
	if (isChosenOf(known, chosen) && chosen.length > 0) return chosen;
	throw new UserError(`'${displayName}' in 'Filters' is not one of its values`, {
		description: `Nothing was sent. It takes ${known.join(', ')}.`,
	});
}

/** One value or, from an expression, a list of texts. */
function readValues(property: INodeProperties, value: unknown): Array<string | number> {
	const { displayName, type } = property;
	const inner =
		typeof value === 'object' && value !== null && '__rl' in value
			? (value as { value?: unknown }).value
			: value;
	if (!Array.isArray(inner)) {
		const isNumber = type === 'number';
		return [isNumber ? readWholeNumber(displayName, value, 0, 100_000) : readLocator(value).value];
	}
	const isText = (one: unknown) => typeof one === 'string' && !isNothing(one);
	if (type !== 'number' && inner.length > 0 && inner.every(isText)) return inner as string[];
	throw new UserError(`'${displayName}' in 'Filters' is a list of something else than texts`, {
		description: 'Nothing was sent. Correct the expression.',
	});
}
