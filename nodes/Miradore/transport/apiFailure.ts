import { OperationalError } from 'n8n-workflow';

/** What is known of a failure beside its texts. */
interface Circumstances {
	/** The answer's status; none where no answer came. */
	httpCode?: number;
	/** Whether the same request may succeed later. */
	mayPass?: boolean;
	/** Whether it is open if Miradore carried a change out all the same. */
	mayBeCarriedOut?: boolean;
	/** How many milliseconds Miradore asks to wait. */
	retryAfterMs?: number;
}

/** A request that Miradore refused or that never got an answer. */
export class ApiFailure extends OperationalError {
	readonly httpCode?: number;

	readonly mayPass: boolean;

	readonly mayBeCarriedOut: boolean;

	readonly retryAfterMs?: number;

	/**
	 * @param message what happened
	 * @param description how to get unstuck; may be shown as HTML, so text from outside is escaped
	 */
	constructor(
		message: string,
		readonly description: string,
		circumstances: Circumstances = {},
	) {
		super(message);
		this.httpCode = circumstances.httpCode;
		this.mayPass = circumstances.mayPass ?? false;
		this.mayBeCarriedOut = circumstances.mayBeCarriedOut ?? false;
		this.retryAfterMs = circumstances.retryAfterMs;
	}

	/** The same failure of a request that changes nothing. */
	ofRead(): ApiFailure {
		return new ApiFailure(this.message, this.description, { ...this, mayBeCarriedOut: false });
	}

	/** The same failure with more said in the message. */
	withNote(note: string): ApiFailure {
		return new ApiFailure(`${this.message}, ${note}`, this.description, this);
	}
}

/**
 * Whether Miradore refused a parameter of a request: it answered 500, too, where it couldn't read one
 * (miradore-api.md 5.1).
 */
export function isRefusal(error: unknown): boolean {
	return error instanceof ApiFailure && [400, 500].includes(error.httpCode ?? 0);
}
