import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { simplifyDevice } from '../inventory/device';
import { isInUse, retired } from '../inventory/devices';
import { anyContains, readListPage } from './listPage';

const shown = ['Platform', 'InvDevice.DeviceName', 'InvDevice.SerialNumber', 'InvDevice.Model'];
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
		select: ['ID', 'Status', ...shown, 'User.Email'],
		// How Miradore reads "and" beside "or" isn't known, so a search has only the one.
		filters: search.length > 0 ? search : [`Status ne ${retired}`],
	};
	return readListPage(this, query, paginationToken, (device) => {
		if (!isInUse(device)) return undefined;
		const { id, name, platform, serialNumber, model, userEmail } = simplifyDevice(device);
		const marks = [platform, serialNumber].filter(Boolean).join(', ');
		const called = String(name || `Device ${String(id)}`);
		const texts = [marks ? `${called} (${marks})` : called, model, userEmail];
		return { name: texts.filter(Boolean).join(' — '), value: String(id) };
	});
}
