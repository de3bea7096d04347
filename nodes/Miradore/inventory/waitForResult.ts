import type { IDataObject } from 'n8n-workflow';
import type { LookAfter } from '../execution/operation';
import { waitUnless } from '../execution/retry';
import { ApiFailure } from '../transport/apiFailure';
import type { SendOne } from '../transport/request';
import { readAttribute } from './attribute';
import { readDevice } from './readDevice';

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

/** Reads the sign; says why it can't. */
type Read = () => Promise<{ value: string } | { reason: string }>;

/**
 * Follows a command up where the option 'Wait for Result' is set: looks at its sign right before, and
 * waits afterwards until API v1 shows that it was carried out, at most as many seconds as the option
 * says. What was so before tells nothing, and isn't waited for.
 *
 * The item gets `confirmed`, and the value last seen, the value before, or the reason why nothing can
 * be told.
 */
export function waitForSign(sign: Sign) {
	return (
		send: SendOne,
		{ deviceId, options }: { deviceId: number; options: IDataObject },
	): (() => Promise<LookAfter>) | undefined => {
		const seconds = options.waitForResult as number | undefined;
		if (seconds === undefined) return undefined;
		const read = reader(sign, send, deviceId);
		return async () => {
			const before = await read();
			if ('value' in before && !sign.values.includes(before.value)) {
				return async (over) => wait(sign, read, Date.now() + seconds * 1000, over);
			}
			const known = tell(sign, before);
			return async () => known;
		};
	};
}

/** What the item says where nothing can show that the command was carried out. */
function tell({ name }: Sign, before: Awaited<ReturnType<Read>>): IDataObject {
	if ('reason' in before) {
		const reason = `What was so before the command could not be looked up: ${before.reason}`;
		return { confirmed: false, reason };
	}
	return {
		confirmed: false,
		[`${name}Before`]: before.value,
		reason: `It was ${before.value} before the command already, so that nothing shows whether Miradore carried the command out`,
	};
}

async function wait(
	{ name, values }: Sign,
	read: Read,
	deadline: number,
	over: AbortSignal,
): Promise<IDataObject> {
	for (let pause = firstPauseMs; ; pause = Math.min(pause * 2, longestPauseMs)) {
		const seen = await read();
		if ('reason' in seen) return { confirmed: false, reason: seen.reason };
		const { value } = seen;
		const isConfirmed = values.includes(value);
		const left = deadline - Date.now();
		if (isConfirmed || left <= 0 || over.aborted) return { confirmed: isConfirmed, [name]: value };
		await waitUnless(over, Math.min(pause, left));
	}
}

function reader({ attribute }: Sign, send: SendOne, deviceId: number): Read {
	return async () => {
		try {
			const device = await readDevice(send, deviceId, [attribute]);
			if (!device) return { reason: 'API v1 lists no device with this ID' };
			const [value = ''] = readAttribute(device, attribute);
			return { value };
		} catch (error) {
			const isKnown = error instanceof ApiFailure;
			return { reason: isKnown ? error.message : 'The answer could not be read' };
		}
	};
}
