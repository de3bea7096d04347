import { defineOperation } from '../../execution/operation';
import { confirm } from '../../fields/confirm';
import { deviceId } from '../../fields/deviceId';
import { onlyIf } from '../../fields/onlyIf';
import { commandOptions } from '../../fields/options';
import { maximumDevices, waitForResult } from '../../fields/protection';
import { findMismatch } from '../../inventory/precondition';
import { waitForSign } from '../../inventory/waitForResult';
import { path } from '../../transport/request';

/** `DELETE /Device/{id}`: Miradore's word for it is Retire (miradore-api.md 4). */
export const retire = defineOperation({
	value: 'retire',
	name: 'Retire',
	action: 'Retire device',
	description:
		"Unenroll a device and free its license, which can't be undone: company data is removed. Fully managed Android devices and Shared iPads are wiped. What happens to Macs and Windows computers is not documented. The record stays in Miradore and can't be edited any more.",
	warns: true,
	effect: 'command',
	fields: { deviceId, onlyIf, confirm, options: commandOptions([maximumDevices, waitForResult]) },
	precondition: findMismatch,
	request: ({ deviceId: id }) => ({ api: 'v2', method: 'DELETE', path: path`/Device/${id}` }),
	followUp: waitForSign({ attribute: 'Status', values: ['Deleted'], name: 'status' }),
});
