import { childList } from './childList';

/** Disks and memory cards (miradore-api.md 5.6). */
export const getStorages = childList({
	value: 'getStorages',
	name: 'Get Storages',
	action: 'Get storages of devices',
	description: 'Read the storages of devices with their space, one item for each',
	child: 'InvStorage',
	list: 'InvStorages',
});
