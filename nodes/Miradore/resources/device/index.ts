import type { Resource } from '../../execution/operation';
import { addTag } from './addTag';
import { get } from './get';
import { getAll } from './getAll';
import { getLocations } from './getLocations';
import { lock } from './lock';
import { removeTag } from './removeTag';

/** Phones, tablets and computers. */
export const device: Resource = {
	value: 'device',
	name: 'Device',
	operations: [addTag, get, getLocations, getAll, lock, removeTag],
};
