import type { IDataObject } from 'n8n-workflow';
import { defineOperation } from '../../execution/operation';
import { addHintIfCut, limit, mostOf, returnAll } from '../../fields/limit';
import { deviceListOptions } from '../../fields/listedFields';
import { listFilters } from '../../fields/listFilters';
import { options } from '../../fields/options';
import { simplify } from '../../fields/simplify';
import { columns, usualColumns, type Column } from '../../inventory/columns';
import { attributesOf, locationAttributes, simplifyDevice } from '../../inventory/device';
import { defaultGroups, selectAttributes } from '../../inventory/groups';
import { isDevice } from '../../inventory/devices';
import type { Listed } from '../../transport/pages';
import { deviceListRequests, readDeviceList, type DeviceList } from '../../inventory/deviceList';
import type { Filters } from '../../inventory/filters';

/** `GET /<site>/API/Device` (miradore-api.md 5). */
export const getAll = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many devices',
	description: 'Find devices by platform, user, tag and more',
	effect: 'read',
	fields: {
		returnAll,
		limit,
		filters: listFilters,
		simplify,
		options: options(deviceListOptions),
	},
	request: (values) => deviceListRequests(listOf(values))[0],
	collect: (send, _request, values) => readDeviceList(send, listOf(values), mostOf(values)),
	toItems: (body, values, addHint) => {
		const listed = body as Listed;
		const { items } = listed;
		const devices = items.filter(isDevice);
		if (devices.length < items.length) addHint(withoutNumber);
		addHintIfCut(values, listed, addHint, 'devices');
		if (!values.simplify) return devices;
		const { tagsAsText } = values.options;
		return devices.map((device) => {
			const row = simplifyDevice(device, columnsOf(values.options));
			return tagsAsText && row.tags ? { ...row, tags: (row.tags as string[]).join(', ') } : row;
		});
	},
});

const withoutNumber =
	'Miradore listed items whose ID is no number. They are left out, for no operation could be about them.';

interface Choices {
	filters: Filters;
	simplify: boolean;
	options: IDataObject;
}

function listOf({ filters, simplify: simplified, options: chosen }: Choices): DeviceList {
	const sortBy = chosen.sortBy as string | undefined;
	const select = [
		...selectDevice(simplified, chosen),
		...(chosen.includeLastLocation ? locationAttributes : []),
		...(sortBy ? [sortBy.replace(' desc', '')] : []),
	];
	return { select, filters, includeRetired: chosen.includeRetired, orderBy: sortBy };
}

function selectDevice(simplified: boolean, chosen: IDataObject): string[] {
	if (simplified) return attributesOf(columnsOf(chosen));
	const groups = (chosen.fieldGroups ?? defaultGroups) as string[];
	return selectAttributes(groups, (chosen.furtherAttributes ?? '') as string);
}

function columnsOf({ columns: names }: IDataObject): Column[] {
	if (!names) return usualColumns;
	return columns.filter(({ name }) => (names as string[]).includes(name));
}
