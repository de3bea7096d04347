import type { IDataObject } from 'n8n-workflow';
import type { Field } from '../../execution/field';
import { defineOperation, type Operation } from '../../execution/operation';
import { choice } from '../../fields/choice';
import { device } from '../../fields/device';
import { addHintIfCut, limit, mostOf, returnAll } from '../../fields/limit';
import { listFilters } from '../../fields/listFilters';
import { options } from '../../fields/options';
import { isDevice } from '../../inventory/devices';
import { readWithChildren } from '../../inventory/children';
import { deviceListRequests, type DeviceList } from '../../inventory/deviceList';
import type { Filters } from '../../inventory/filters';
import { whyNotListed } from '../../inventory/readDevice';
import type { Listed } from '../../transport/pages';
import { isObject } from '../../values/json';
import { fold } from '../../values/fold';

/** Something that a device has any number of, such as applications. */
interface Children extends Pick<Operation, 'value' | 'name' | 'action' | 'description'> {
	/** What API v1 calls one of them in `select` (miradore-api.md 5.6). */
	child: string;
	/** The name under which an item of a list has them. */
	list: string;
	/** A filter of them by a part of their name, where they have one; empty text where it isn't set. */
	nameFilter?: Field<string>;
}

const devices = choice({ displayName: 'Devices', name: 'devices', default: 'one' }, [
	{ name: 'By Filter', value: 'filters', description: 'All that match, as in Get Many' },
	{ name: 'One', value: 'one' },
]);

/** Shown and set for one device alone. */
const oneDevice: Field<number | undefined> = {
	...device,
	property: { ...device.property, displayOptions: { show: { devices: ['one'] } } },
	unset: undefined,
};

const ofMany = { show: { devices: ['filters'] } };
const manyFilters: Field<Filters> = {
	...listFilters,
	property: { ...listFilters.property, displayOptions: ofMany },
};
const allOfMany: Field<boolean> = {
	...returnAll,
	property: { ...returnAll.property, displayOptions: ofMany },
	unset: true,
};
const mostOfMany: Field<number> = {
	...limit,
	property: {
		...limit.property,
		displayOptions: { show: { ...ofMany.show, returnAll: [false] } },
		description: 'Max number of devices to read',
	},
};

/**
 * `GET /<site>/API/Device` with a child of devices: one item for each of them, with the ID and the name
 * of its device. The name is compared by the node: what a condition on one of many means isn't known
 * (miradore-api.md 5.3).
 */
export function childList(children: Children): Operation {
	const { child, list, nameFilter, ...texts } = children;
	return defineOperation({
		...texts,
		effect: 'read',
		fields: {
			devices,
			deviceId: oneDevice,
			filters: manyFilters,
			...(nameFilter && { [nameFilter.property.name]: nameFilter }),
			returnAll: allOfMany,
			limit: mostOfMany,
			options: options(),
		},
		request: (values) => deviceListRequests(listOf(child, values))[0],
		collect: async (send, _request, values) => {
			const listed = await readWithChildren(send, listOf(child, values), mostOf(values));
			const { deviceId: id } = values;
			if (id === undefined) return listed;
			// The filter is Miradore's affair; which device it is about is not left to it.
			const meant = listed.items.filter((one) => isDevice(one) && Number(one.ID) === id);
			if (meant.length > 0) return { items: meant };
			throw await whyNotListed(send, id);
		},
		toItems: (body, values, addHint) => {
			const listed = body as Listed;
			if (values.deviceId === undefined) addHintIfCut(values, listed, addHint, 'devices');
			const { [nameFilter?.property.name ?? '']: entered = '' } = values as Record<string, unknown>;
			const part = fold(String(entered));
			const isWanted = ({ Name }: IDataObject) => fold(String(Name ?? '')).includes(part);
			return listed.items.filter(isDevice).flatMap((device) => {
				const own = deviceOf(device);
				// First, and not overwritten by a field that a child has under the same name.
				return childrenOf(device, list)
					.filter(isWanted)
					.map((one) => ({ ...own, ...one, ...own }));
			});
		},
	});
}

function listOf(
	child: string,
	{ deviceId: id, filters }: { deviceId?: number; filters: Filters },
): DeviceList {
	const select = ['ID', 'InvDevice.DeviceName', `${child}.*`];
	if (id === undefined) return { select, filters };
	return { select, filters: {}, conditions: { id: `ID eq ${id}` } };
}

function childrenOf(device: IDataObject, list: string): IDataObject[] {
	return [device[list] ?? []].flat().filter(isObject);
}

function deviceOf({ ID, InvDevice }: IDataObject): IDataObject {
	const name = isObject(InvDevice) ? InvDevice.DeviceName : undefined;
	return { deviceId: Number(ID), deviceName: name ?? '' };
}
