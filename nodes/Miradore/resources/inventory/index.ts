import type { Resource } from '../../execution/operation';
import { query } from './query';

/** Whatever the API v1 can read. */
export const inventory: Resource = { value: 'inventory', name: 'Inventory', operations: [query] };
