import { parse } from 'node:querystring';
import { setTimeout as wait } from 'node:timers/promises';
import { type Address, readAddress, refuseEntry } from './addressing';
import type { ContractReader } from './contract';
import { type Fault, FaultList, faultReply } from './faults';
import type { SimulatedFleet } from './fleet';
import { handlers } from './handlers';
import { notFound, type Reply, tooManyRequests } from './reply';
import type { LoggedRequest, ReceivedRequest } from './requests';
import { answerV1 } from './v1/answer';
import type { V1Style } from './v1/xml';

/** What a site is made from. */
interface SiteParts {
	siteName: string;
	apiKey: string;
	fleet: SimulatedFleet;
	readContract: ContractReader;
	maxConcurrent?: number;
}

/** The state and the behaviour of a simulated site, apart from HTTP itself. */
export class Site {
	readonly siteName: string;
	readonly apiKey: string;
	readonly fleet: SimulatedFleet;
	/** Every request so far, in the order of arrival. */
	readonly requests: LoggedRequest[] = [];
	/** Milliseconds every request waits before it is handled. */
	latency = 0;
	/** Requests answered at the same time; those above it get 429. Unlimited if undefined. */
	maxConcurrent: number | undefined;
	/** The answer to a lock that was carried out; the real one is not known. */
	lockReply: Reply = { status: 200 };
	/** How locations are written: a name in `locationShapes`. */
	locationShape = 'plain';
	/** When devices were last fetched from Apple: milliseconds since 1970, by the real clock. */
	syncedAt?: number;
	/** How answers of API v1 are written. */
	v1: V1Style = { wrapsLists: true, usesNamespace: false, countOn: 'Items' };
	/** The most requests ever in work at the same time, refused ones included. */
	peakConcurrency = 0;
	/** Requests in work now, refused ones included. */
	inWork = 0;

	private readonly readContract: ContractReader;
	private readonly faults = new FaultList();

	constructor(parts: SiteParts) {
		this.siteName = parts.siteName;
		this.apiKey = parts.apiKey;
		this.fleet = parts.fleet;
		this.readContract = parts.readContract;
		this.maxConcurrent = parts.maxConcurrent;
	}

	addFault(fault: Fault): void {
		this.faults.add(fault);
	}

	clearFaults(): void {
		this.faults.clear();
	}

	/** Empties the request log. */
	clearRequests(): void {
		this.requests.length = 0;
	}

	/** Logs and answers a request; undefined means that the connection is to be broken. */
	async answer(received: ReceivedRequest): Promise<Reply | undefined> {
		const address = readAddress(received.url, received.headers);
		const logged: LoggedRequest = {
			...received,
			api: address.api,
			path: address.path,
			query: parse(address.queryString),
			siteNamedIn: address.siteNamedIn,
			at: new Date().toISOString(),
		};
		this.requests.push(logged);

		this.inWork += 1;
		this.peakConcurrency = Math.max(this.peakConcurrency, this.inWork);
		try {
			const reply = await this.answerOrFail(received, address);
			logged.status = reply?.status;
			return reply;
		} finally {
			this.inWork -= 1;
		}
	}

	private async answerOrFail(
		received: ReceivedRequest,
		address: Address,
	): Promise<Reply | undefined> {
		if (this.maxConcurrent !== undefined && this.inWork > this.maxConcurrent)
			return tooManyRequests;

		const fault = this.faults.take(received.method, address.path);
		await fault?.before?.();
		const delay = this.latency + (fault?.delay ?? 0);
		// Not referenced, so that a long delay does not keep the process alive once the site has stopped.
		if (delay > 0) await wait(delay, undefined, { ref: false });

		if (fault?.reset === 'beforeHandling') return undefined;
		const faulty = faultReply(fault);
		if (faulty && !fault?.handled) return faulty;

		const reply = this.handle(received, address);
		return fault?.reset === 'afterHandling' ? undefined : (faulty ?? reply);
	}

	private handle(received: ReceivedRequest, address: Address): Reply {
		if (address.api === 'v1') return answerV1(this, received, address);

		const refusal = refuseEntry(address, received.headers, this);
		if (refusal) return refusal;

		const { path, queryString } = address;
		const headers = received.headers as Record<string, string>;
		const reading = this.readContract({ ...received, headers, path, query: queryString });
		if (!reading) return notFound;

		const { operation, pathParameters, violations } = reading;
		if (violations.length > 0) {
			return {
				status: 400,
				body: { title: 'The request breaks the contract', errors: violations },
			};
		}
		const body: unknown = received.body === '' ? undefined : JSON.parse(received.body);
		return handlers[operation](this, { pathParameters, queryString, body });
	}
}
