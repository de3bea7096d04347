import type { IDataObject } from 'n8n-workflow';
import type { SimulatedSite } from '../simulator';

/** The one request that an operation is to send for some parameters. */
export interface Expectation {
	/** Parameters that set all that can be sent. */
	parameters: IDataObject;
	/** The operation in openapi.yaml for API v2; method and path for API v1, which has no such file. */
	call: string;
	/** The values in the path of API v2. */
	path: Record<string, string>;
	/** The query as the site decodes it. */
	query: Record<string, string>;
	/** The body as JSON; undefined for none. */
	body?: unknown;
}

/** The requests that an operation can send, by `<resource> <operation>`. */
export type Expectations = Record<string, Expectation[]>;

/** Expectations may name devices and users of the site. */
export type ExpectOf = (site: SimulatedSite) => Expectations;

/** Parameters that name the first device. */
export const deviceId = { __rl: true, mode: 'id', value: '1' };

/** An expected request of API v2. */
export function v2(
	call: string,
	parameters: IDataObject,
	parts: Partial<Pick<Expectation, 'path' | 'query' | 'body'>> = {},
): Expectation {
	return { call, parameters, path: {}, query: {}, ...parts };
}

/** An expected request of API v1. */
export function v1(
	call: string,
	parameters: IDataObject,
	query: Record<string, string> = {},
): Expectation {
	return { call, parameters, path: {}, query };
}
