import type { INode } from 'n8n-workflow';
import fc from 'fast-check';
import type { Fault } from '../simulator';

/** Devices of the simulated site; ids above are of devices that it doesn't know. */
export const fleetSize = 24;

/** Milliseconds that a request may take; slow answers come later than that. */
export const timeout = 250;
export const slowness = 400;

const cut = { 'content-length': '1000', connection: 'close' };

/** What may happen to the requests about one device, by name. */
export const faults: Record<string, Fault> = {
	'reset before handling': { reset: 'beforeHandling' },
	'reset after handling': { reset: 'afterHandling' },
	'429 with Retry-After, once': { status: 429, times: 1, headers: { 'retry-after': '0' } },
	'429 with Retry-After': { status: 429, headers: { 'retry-after': '0' } },
	'429 without Retry-After, once': { status: 429, times: 1 },
	'502 before handling': { status: 502 },
	'502 after handling': { status: 502, handled: true },
	'503 with Retry-After, once': { status: 503, times: 1, headers: { 'retry-after': '0' } },
	'503 after handling': { status: 503, handled: true },
	'504 after handling': { status: 504, handled: true },
	'status 500': { status: 500 },
	'status 400': { status: 400, body: { title: 'No' } },
	'short delay': { delay: 30 },
	'delay beyond the time limit': { delay: slowness },
	'web page after handling': { status: 200, body: '<html>Sign in</html>', handled: true },
	'web page with an error': { status: 503, body: '<!DOCTYPE html><html></html>' },
	'cut JSON after handling': { status: 200, body: '{"id": 1', handled: true },
	'cut body after handling': { status: 200, body: '{"id": 1', headers: cut, handled: true },
	'redirect elsewhere': { status: 302, headers: { location: 'http://127.0.0.1:9/' } },
};

/** The commands whose effects the simulated site counts, and reads. */
export const operations = {
	lock: { path: 'Lock', parameters: {} },
	reboot: { path: 'Reboot', parameters: {} },
	wipe: { path: 'Wipe', parameters: { confirm: true } },
	deployApplication: { path: 'Application', parameters: { deploymentMethodId: '3' } },
	getLocations: { path: 'Location', parameters: {} },
};

export type OperationName = keyof typeof operations;

const faultName = fc.option(fc.constantFrom(...Object.keys(faults)), { nil: undefined, freq: 2 });

/** One run of the node: what it is asked, how it is set, and what goes wrong. */
export const plan = fc.record({
	operation: fc.constantFrom(...(Object.keys(operations) as OperationName[])),
	ids: fc.array(fc.integer({ min: 1, max: fleetSize + 2 }), {
		minLength: 1,
		maxLength: 40,
		size: 'max',
	}),
	/** By device. */
	faults: fc.array(faultName, { minLength: fleetSize + 2, maxLength: fleetSize + 2 }),
	maxParallelRequests: fc.integer({ min: 1, max: 20 }),
	maxRetries: fc.integer({ min: 0, max: 2 }),
	maxConcurrent: fc.option(fc.integer({ min: 3, max: 8 }), { nil: undefined, freq: 3 }),
	onError: fc.constantFrom<INode['onError']>(
		'stopWorkflow',
		'continueRegularOutput',
		'continueErrorOutput',
	),
	retryOnFail: fc.boolean(),
	/** Whether nobody listens at the address. */
	isRefused: fc.integer({ min: 0, max: 19 }).map((chance) => chance === 0),
	siteNameIn: fc.constantFrom('header', 'path'),
});

export type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;
