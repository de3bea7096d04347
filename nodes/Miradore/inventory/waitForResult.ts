import type { IDataObject } from 'n8n-workflow';
import { waitUnless } from '../execution/retry';
import { ApiFailure } from '../transport/failure';
import type { SendOne } from '../transport/pages';
import { readDevice, valuesOf } from './precondition';

const firstPauseMs = 1000;
const longestPauseMs = 10_000;

/** What API v1 shows of a device once a command was carried out (miradore-api.md 4). */
interface Sign {
	/** Such as `Client.LostModeStatus`. */
	attribute: string;
	/** Any of these tells that it was. */
	values: string[];
	/** The name under which the item holds the value. */
	name: string;
}

/**
 * Waits until API v1 shows that a command was carried out, at most as many seconds as the option
 * 'Wait for Result' says; not at all without it.
 *
 * @returns `confirmed`, and the value last seen or the reason why it couldn't be read
 */
export function waitForSign({ attribute, values, name }: Sign) {
	return async (
		send: SendOne,
		{ deviceId, options }: { deviceId: number; options: IDataObject },
		over: AbortSignal,
	): Promise<IDataObject> => {
		const seconds = options.waitForResult as number | undefined;
		if (seconds === undefined) return {};
		const deadline = Date.now() + seconds * 1000;
		let pause = firstPauseMs;
		let seen = '';
		try {
			for (;;) {
				const device = await readDevice(send, deviceId, [attribute]);
				[seen] = device ? valuesOf(device, attribute) : [''];
				if (values.includes(seen)) return { confirmed: true, [name]: seen };
				const left = deadline - Date.now();
				if (left <= 0 || over.aborted) return { confirmed: false, [name]: seen };
				await waitUnless(over, Math.min(pause, left));
				pause = Math.min(pause * 2, longestPauseMs);
			}
		} catch (error) {
			const reason = error instanceof ApiFailure ? error.message : 'The answer could not be read';
			return { confirmed: false, reason };
		}
	};
}
