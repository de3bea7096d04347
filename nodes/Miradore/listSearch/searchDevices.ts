import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { simplifyDevice } from '../inventory/device';
import { isInUse, retired } from '../inventory/devices';
import { anyContains, readListPage } from './listPage';

const searched = ['InvDevice.DeviceName', 'InvDevice.SerialNumber', 'User.Email', 'User.Name'];

/** The devices for the list of a parameter, a page at a time, searched by name, serial number or user. */
export async function searchDevices(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const search = anyContains(searched, filter);
	const query = {
		item: 'Device',
		select: ['ID', 'Status', 'InvDevice.DeviceName', 'InvDevice.Model', 'User.Email'],
		// How Miradore reads "and" beside "or" isn't known, so a search has only the one.
		filters: search.length > 0 ? search : [`Status ne ${retired}`],
	};
	return readListPage(this, query, paginationToken, (device) => {
		if (!isInUse(device)) return undefined;
		const { id, name, model, userEmail } = simplifyDevice(device);
		const texts = [name || `Device ${String(id)}`, model, userEmail];
		return { name: texts.filter(Boolean).join(' — '), value: String(id) };
	});
}
