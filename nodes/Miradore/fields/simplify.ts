import type { Field } from '../execution/field';
import { toggle } from './toggle';

/** Whether items hold the known fields alone or all that Miradore sent. */
export const simplify: Field<boolean> = {
	...toggle({
		displayName: 'Simplify',
		name: 'simplify',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	}),
	unset: true,
};
