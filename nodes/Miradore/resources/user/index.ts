import type { Resource } from '../../execution/operation';
import { batch } from './batch';
import { create } from './create';
import { deleteUser } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

/** The people whom devices are assigned to. */
export const user: Resource = {
	value: 'user',
	name: 'User',
	operations: [batch, create, deleteUser, get, getAll, update],
};
