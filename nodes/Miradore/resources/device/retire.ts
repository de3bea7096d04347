import { confirm } from '../../fields/confirm';
import { waitForResult } from '../../fields/protection';
import { waitForSign } from '../../inventory/waitForResult';
import { path } from '../../transport/request';
import { defineDeviceCommand } from './deviceCommand';

/** `DELETE /Device/{id}`: Miradore's word for it is Retire (miradore-api.md 4). */
export const retire = defineDeviceCommand({
	value: 'retire',
	name: 'Retire',
	action: 'Retire device',
	description:
		"Unenroll a device and free its license, which can't be undone: company data is removed. Fully managed Android devices and Shared iPads are wiped. What happens to Macs and Windows computers is not documented. The record stays in Miradore and can't be edited any more.",
	warns: true,
	fields: { confirm },
	options: [waitForResult],
	request: ({ deviceId: id }) => ({ api: 'v2', method: 'DELETE', path: path`/Device/${id}` }),
	followUp: waitForSign({ attribute: 'Status', values: ['Deleted'], name: 'status' }),
});
