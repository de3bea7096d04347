import type { IDataObject } from 'n8n-workflow';
import { defineOperation } from '../../execution/operation';
import { device } from '../../fields/device';
import { options } from '../../fields/options';
import { simplify } from '../../fields/simplify';
import { simplifyDevice, simpleAttributes } from '../../inventory/device';
import { defaultGroups, selectAttributes } from '../../inventory/groups';
import { queryRequest } from '../../inventory/query';
import { ApiFailure } from '../../transport/failure';
import { readPages } from '../../transport/pages';

const mostNamed = 20;

/** `GET /<site>/API/Device` with a filter that one device is to match (miradore-api.md 5). */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get device',
	description: 'Read what Miradore knows of one device',
	effect: 'read',
	fields: { deviceId: device, simplify, options: options() },
	request: ({ deviceId: { id, condition }, simplify: simplified }) =>
		queryRequest({
			item: 'Device',
			select: simplified ? simpleAttributes : selectAttributes(defaultGroups, ''),
			filters: [condition ?? `ID eq ${id}`],
		}),
	collect: (send, request) => readPages(send, request, mostNamed),
	toItems: (body, { deviceId: { text }, simplify: simplified }) => {
		const devices = body as IDataObject[];
		if (devices.length === 1) return simplified ? devices.map(simplifyDevice) : devices;
		const ids = devices.map(({ ID }) => String(ID)).join(', ');
		throw devices.length === 0
			? new ApiFailure(`No device was found (${text})`, 'Look it up in the console.')
			: new ApiFailure(
					`Several devices were found (${text})`,
					`Choose one of them by its ID: ${ids}${devices.length === mostNamed ? ', …' : ''}`,
				);
	},
});
