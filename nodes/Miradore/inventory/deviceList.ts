import { UserError, type IDataObject } from 'n8n-workflow';
import { ApiFailure } from '../transport/apiFailure';
import { readListed, type Listed } from '../transport/pages';
import type { ApiRequest, SendOne } from '../transport/request';
import { fold } from '../values/fold';
import { isUnclear, readAttribute } from './attribute';
import { toIsoDate } from './dates';
import { devicesRequest, type DeviceListSettings } from './devices';
import type { Filter, Filters } from './filters';

/** A list of devices. */
export interface DeviceList extends DeviceListSettings {
	select: string[];
	filters: Filters;
	/** Further conditions of API v1, by the filter's name. */
	conditions?: Record<string, string>;
}

const mostRequests = 30;

/**
 * The requests that give a list of devices: one for each choice of one value from each filter that has
 * several, for how `and` binds beside `or` isn't known (miradore-api.md 5.3).
 *
 * @throws UserError where they would be too many
 */
export function deviceListRequests({
	select,
	filters,
	conditions,
	...settings
}: DeviceList): ApiRequest[] {
	const asked = Object.entries(filters).filter(([, { conditions: any }]) => any.length > 0);
	const count = asked.reduce((product, [, { conditions: any }]) => product * any.length, 1);
	if (count > mostRequests) {
		throw new UserError(`'Filters' have too many values: ${count} lists would have to be read`, {
			description: `Nothing was sent. Each combination of values is a list of its own; there can be ${mostRequests}.`,
		});
	}
	const looked = Object.values(filters).flatMap(({ attribute, conditions: any }) =>
		any.length > 0 ? [] : [attribute],
	);
	const choices = asked.reduce<Array<Record<string, string>>>(
		(before, [name, { conditions: any }]) =>
			before.flatMap((chosen) => any.map((one) => ({ ...chosen, [name]: one }))),
		[{}],
	);
	return choices.map((chosen) =>
		devicesRequest([...select, ...looked], { ...chosen, ...conditions }, settings),
	);
}

/**
 * Reads a list of devices to its end or to `limit` devices, each once.
 *
 * @throws ApiFailure when a request fails, or a date that a filter is about can't be read
 */
export async function readDeviceList(
	send: SendOne,
	list: DeviceList,
	limit: number,
): Promise<Listed> {
	const requests = deviceListRequests(list);
	const own = Object.values(list.filters).filter(({ conditions }) => conditions.length === 0);
	// What is left out here must not count.
	const most = own.length > 0 ? Infinity : limit;
	const parts: Listed[] = [];
	// The pages of each are read side by side.
	for (const request of requests) parts.push(await readListed(send, request, most));
	const [first, ...others] = parts;
	if (others.length === 0 && own.length === 0) return first;
	const found = others.length > 0 ? merge(parts, list.orderBy) : first.items;
	const held = found.filter((device) => own.every((filter) => holds(device, filter)));
	// Where the node looked itself, it has seen all.
	const isAll = own.length > 0 && held.length <= limit;
	return { items: held.slice(0, limit), ...(isAll && { total: held.length }) };
}

function holds(device: IDataObject, { attribute, lacks, since }: Filter): boolean {
	const values = readAttribute(device, attribute);
	if (lacks !== undefined) {
		if (values.some((value) => fold(value) === fold(lacks))) return false;
		if (!isUnclear(device, attribute)) return true;
		throw new ApiFailure(
			`Miradore sent a tag that can't be read, so the filter 'Tag Is Not' can't be applied`,
			`Device ${String(device.ID)} has it in ${attribute}. See what came with 'Simplify' off; remove the filter, and look at the tags in the workflow.`,
		);
	}
	return values.some((value) => dayOf(value, attribute) >= (since ?? ''));
}

function dayOf(value: string, attribute: string): string {
	const date = toIsoDate(value);
	if (/^\d{4}-\d\d-\d\dT/.test(date)) return date.slice(0, 10);
	throw new ApiFailure(
		`The dates in ${attribute} can't be read, so the filter by them can't be applied`,
		`Miradore sent '${value}', of which day and month can't be told apart. Remove the filter, and compare the dates in the workflow.`,
	);
}

/** One list of several: each device once, in the order of the list. */
function merge(parts: Listed[], orderBy = 'ID'): IDataObject[] {
	const [attribute, direction] = orderBy.split(' ');
	const sign = direction === 'desc' ? -1 : 1;
	const key = (item: IDataObject) => {
		const [value = ''] = readAttribute(item, attribute);
		return attribute === 'ID' ? Number(value) : toIsoDate(value);
	};
	const items = [
		...new Map(parts.flatMap((part) => part.items).map((item) => [item.ID ?? item, item])).values(),
	];
	return items.sort((one, other) => {
		const [a, b] = [key(one), key(other)];
		return a === b ? 0 : a < b ? -sign : sign;
	});
}
