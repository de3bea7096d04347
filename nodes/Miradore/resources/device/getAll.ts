import { UserError, type IDataObject, type IDisplayOptions } from 'n8n-workflow';
import type { Field } from '../../execution/field';
import { defineOperation } from '../../execution/operation';
import { choice } from '../../fields/choice';
import { limit, mostOf, returnAll } from '../../fields/limit';
import { deviceFilters } from '../../fields/listFilters';
import { options } from '../../fields/options';
import { simplify } from '../../fields/simplify';
import { text } from '../../fields/text';
import { toggle } from '../../fields/toggle';
import { locationAttributes, simpleAttributes, simplifyDevice } from '../../inventory/device';
import { attributeGroups, defaultGroups, selectAttributes } from '../../inventory/groups';
import { isDevice } from '../../inventory/devices';
import {
	deviceRequests,
	readDeviceList,
	type DeviceList,
	type Filters,
} from '../../inventory/filters';

const sortable = ['ID', 'LastReported', 'OnlineStatus', 'Platform'];

/** For options that simplified items have no place for. */
const displayOptions: IDisplayOptions = { show: { '/simplify': [false] } };

const fieldGroups: Field<string[]> = {
	property: {
		displayName: 'Fields',
		name: 'fieldGroups',
		type: 'multiOptions',
		options: Object.entries(attributeGroups)
			.map(([value, { name }]) => ({ name, value }))
			.sort((one, other) => one.name.localeCompare(other.name)),
		displayOptions,
		default: ['device', 'hardware', 'os', 'user'],
		description: 'What to read of each device',
	},
	read: (value) => {
		const isGroup = (group: unknown) => Object.hasOwn(attributeGroups, String(group));
		if (Array.isArray(value) && value.length > 0 && value.every(isGroup)) return value as string[];
		throw new UserError("'Fields' is not a list of groups of fields");
	},
};

const furtherAttributes = text({
	displayName: 'Further Attributes',
	name: 'furtherAttributes',
	placeholder: 'e.g. InvApplication.Name,Security.Android.*',
	description: "Attributes as Miradore's API v1 names them, separated by commas",
});

const listOptions: Field[] = [
	fieldGroups,
	{ ...furtherAttributes, property: { ...furtherAttributes.property, displayOptions } },
	toggle({
		displayName: 'Include Last Location',
		name: 'includeLastLocation',
		default: false,
		description:
			'Whether to return the last known coordinates of each device, their time and address, too',
	}),
	toggle({
		displayName: 'Include Retired',
		name: 'includeRetired',
		default: false,
		description: 'Whether to return retired devices, too',
	}),
	choice(
		{ displayName: 'Sort By', name: 'sortBy', default: 'ID' },
		sortable.flatMap((attribute) => [
			{ name: attribute, value: attribute },
			{ name: `${attribute} (Descending)`, value: `${attribute} desc` },
		]),
	),
];

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
		filters: deviceFilters,
		simplify,
		options: options(listOptions),
	},
	request: (values) => deviceRequests(listOf(values))[0],
	collect: (send, _request, values) => readDeviceList(send, listOf(values), mostOf(values)),
	toItems: (body, { simplify: simplified }, addHint) => {
		const items = body as IDataObject[];
		const devices = items.filter(isDevice);
		if (devices.length < items.length) addHint(withoutNumber);
		return simplified ? devices.map(simplifyDevice) : devices;
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
	if (simplified) return simpleAttributes;
	const groups = (chosen.fieldGroups ?? defaultGroups) as string[];
	return selectAttributes(groups, (chosen.furtherAttributes ?? '') as string);
}
