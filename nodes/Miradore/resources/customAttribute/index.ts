import type { Resource } from '../../execution/operation';
import { create } from './create';
import { deleteAttribute } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

/** The definitions of custom attributes; their values are operations of the device. */
export const customAttribute: Resource = {
	value: 'customAttribute',
	name: 'Custom Attribute',
	operations: [create, deleteAttribute, get, getAll, update],
};
