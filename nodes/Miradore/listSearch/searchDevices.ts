import {
	NodeOperationError,
	type IDataObject,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
} from 'n8n-workflow';
import { describeFailure } from '../execution/failure';
import { simplifyDevice } from '../inventory/device';
import { queryRequest } from '../inventory/query';
import { connect } from '../transport/connection';
import { ApiFailure } from '../transport/failure';
import { readPage } from '../transport/items';
import { pageOf } from '../transport/pages';
import type { ApiRequest } from '../transport/request';

const rows = 50;
const timeoutMs = 20_000;

/**
 * The devices for the list of the parameter 'Device', a page at a time; `filter` is what the user
 * typed, a part of a name, a serial number or a user's email address.
 *
 * @throws NodeOperationError that names what is wrong with the key, the site or the answer
 */
export async function searchDevices(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const page = Number(paginationToken ?? 1);
	try {
		const send = await connect(this, timeoutMs);
		const answer = await send(pageOf(searchRequest(filter), rows, page));
		if (answer instanceof ApiFailure) throw answer;
		const { count, items } = readPage(answer.body);
		const isLast =
			items.length === 0 || (count === undefined ? items.length < rows : page * rows >= count);
		return {
			results: items.filter(({ Status }) => Status !== 'Deleted').map(toListItem),
			...(isLast ? {} : { paginationToken: String(page + 1) }),
		};
	} catch (error) {
		const { message, description } = describeFailure(error, 'read');
		throw new NodeOperationError(this.getNode(), message, { description });
	}
}

function searchRequest(filter = ''): ApiRequest {
	// Miradore takes no quotes in a value, so the longest part without one is searched for.
	const [text] = filter.split(/['"]/).sort((one, other) => other.length - one.length);
	const quoted = `'${text.trim()}'`;
	const searched = ['InvDevice.DeviceName', 'InvDevice.SerialNumber', 'User.Email', 'User.Name'];
	return queryRequest({
		item: 'Device',
		select: ['ID', 'Status', 'InvDevice.DeviceName', 'InvDevice.Model', 'User.Email'],
		filters: text.trim()
			? [searched.map((attribute) => `${attribute} contains ${quoted}`).join(' or ')]
			: ['Status ne Deleted'],
	});
}

function toListItem(device: IDataObject) {
	const { id, name, model, userEmail } = simplifyDevice(device);
	return {
		name: [name || `Device ${String(id)}`, model, userEmail].filter(Boolean).join(' — '),
		value: String(id),
	};
}
