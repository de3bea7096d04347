import { ApiFailure } from '../transport/failure';
import { path, type ApiRequest } from '../transport/request';

/**
 * The request for a device's locations (miradore-api.md 2).
 *
 * @param query `startDate` and `endDate`, as `days` or `daysAround` make them
 */
export function locationsRequest(deviceId: number, query: Record<string, string>): ApiRequest {
	return { api: 'v2', method: 'GET', path: path`/Device/${deviceId}/Location`, query };
}

/**
 * The elements of the answer, one for each location.
 *
 * @throws ApiFailure when it isn't a list
 */
export function readElements(body: unknown): unknown[] {
	if (Array.isArray(body)) return body;
	throw new ApiFailure(
		'Miradore sent something else than a list of locations',
		"Check 'Base URL' in the credential, or try again later.",
	);
}
