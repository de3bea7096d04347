import type { Resource } from '../../execution/operation';
import { add } from './add';
import { getAll } from './getAll';
import { remove } from './remove';

/** Devices assigned to users before they are enrolled. */
export const deviceIdentifier: Resource = {
	value: 'deviceIdentifier',
	name: 'Device Identifier',
	operations: [add, getAll, remove],
};
