import { childList } from './childList';

/** Selected as `InvSim`, they come as `InvSIM` (miradore-api.md 5.6). */
export const getSimCards = childList({
	value: 'getSimCards',
	name: 'Get SIM Cards',
	action: 'Get SIM cards of devices',
	description: 'Read the SIM cards of devices with their phone numbers, one item for each',
	child: 'InvSim',
	list: 'InvSIMs',
});
