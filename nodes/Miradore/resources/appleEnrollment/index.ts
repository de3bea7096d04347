import type { Resource } from '../../execution/operation';
import { syncDevices } from './syncDevices';

/** Apple's enrollment program. */
export const appleEnrollment: Resource = {
	value: 'appleEnrollment',
	name: 'Apple Enrollment',
	operations: [syncDevices],
};
