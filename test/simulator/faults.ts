import type { Reply } from './reply';

/** A failure on demand. Without `status` and `reset`, a fault only waits. */
export interface Fault {
	/** The HTTP method it strikes; all if left out. */
	method?: string;
	/** The API path it strikes, such as `/Device/3/Lock` or, of API v1, `/API/Device`, exactly or by pattern; all if left out. */
	path?: string | RegExp;
	/** How many requests it strikes; all until `clearFaults` if left out. */
	times?: number;
	/** The status to answer with, before the site or the key are checked. */
	status?: number;
	/** Sent together with `status`. */
	headers?: Record<string, string>;
	/** Sent together with `status`. Text as it is, anything else as JSON. */
	body?: Reply['body'];
	/** Called when the request has come, and awaited before anything else happens. */
	before?: () => unknown;
	/** Milliseconds to wait then, on top of the site's latency. */
	delay?: number;
	/** Handle the request as ever, and only then answer with `status`: a 502 for a lock carried out. */
	handled?: boolean;
	/** Break the connection instead of answering. */
	reset?: 'beforeHandling' | 'afterHandling';
}

/** The faults waiting for requests. Of several that fit a request, the one added first strikes. */
export class FaultList {
	private waiting: Array<{ fault: Fault; left: number }> = [];

	add(fault: Fault): void {
		this.waiting.push({ fault, left: fault.times ?? Infinity });
	}

	clear(): void {
		this.waiting = [];
	}

	/** The fault that strikes this request, counted as one of its times. */
	take(method: string, path: string): Fault | undefined {
		const entry = this.waiting.find(({ fault, left }) => left > 0 && fits(fault, method, path));
		if (entry) entry.left -= 1;
		return entry?.fault;
	}
}

/** The answer a fault gives in place of the real one. */
export function faultReply(fault: Fault | undefined): Reply | undefined {
	if (fault?.status === undefined) return undefined;
	return { status: fault.status, headers: fault.headers, body: fault.body };
}

function fits(fault: Fault, method: string, path: string): boolean {
	if (fault.method !== undefined && fault.method.toUpperCase() !== method) return false;
	if (fault.path === undefined) return true;
	// search, unlike test, is not thrown off by the memory of a global pattern.
	return typeof fault.path === 'string' ? fault.path === path : path.search(fault.path) >= 0;
}
