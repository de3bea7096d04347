import type { Resource } from '../../execution/operation';
import { getAll } from './getAll';

/** People to whom devices are assigned. */
export const user: Resource = { value: 'user', name: 'User', operations: [getAll] };
