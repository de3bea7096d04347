import type { Resource } from '../../execution/operation';
import { getLocations } from './getLocations';
import { lock } from './lock';

/** Phones, tablets and computers. */
export const device: Resource = {
	value: 'device',
	name: 'Device',
	operations: [getLocations, lock],
};
