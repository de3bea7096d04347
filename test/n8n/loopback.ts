import { Agent } from 'node:http';
import axios from 'axios';

/**
 * Calls of what listens on loopback; they give whatever status is answered. They go past every proxy, and
 * each has a connection of its own, for n8n closes idle ones after seconds, which would break a call that
 * reuses one.
 */
export const loopback = axios.create({
	proxy: false,
	httpAgent: new Agent({ keepAlive: false }),
	validateStatus: () => true,
});
