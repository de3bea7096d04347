import type { Resource } from '../../execution/operation';
import { get } from './get';

/** Miradore's application catalogue. */
export const application: Resource = {
	value: 'application',
	name: 'Application',
	operations: [get],
};
