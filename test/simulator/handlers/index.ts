import { notFound, tooManyRequests } from '../reply';
import { customAttributeHandlers } from './customAttributes';
import { deviceCommands } from './deviceCommands';
import { deviceReads } from './deviceReads';
import { accepted, type Handlers } from './handler';
import { userHandlers } from './users';

const minimumMsBetweenSyncs = 60_000;

/** What each operation of openapi.yaml does, by its `operationId`. */
export const handlers: Handlers = {
	...deviceCommands,
	...deviceReads,
	...customAttributeHandlers,
	...userHandlers,
	getApplication: ({ fleet }, { pathParameters }) => {
		const body = fleet.catalogue.find(({ id }) => String(id) === pathParameters.id);
		return body ? { status: 200, body } : notFound;
	},
	// Once a minute for each site (T1).
	syncDevices: (site) => {
		const now = Date.now();
		if (now - (site.syncedAt ?? 0) < minimumMsBetweenSyncs) return tooManyRequests;
		site.syncedAt = now;
		return accepted;
	},
};
