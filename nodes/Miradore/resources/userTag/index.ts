import type { Resource } from '../../execution/operation';
import { add } from './add';
import { getAll } from './getAll';
import { remove } from './remove';

/** The tags of users; those of devices are operations of the device. */
export const userTag: Resource = {
	value: 'userTag',
	name: 'User Tag',
	operations: [add, getAll, remove],
};
