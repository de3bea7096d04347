/** An HTTP answer. */
export interface Reply {
	status: number;
	headers?: Record<string, string>;
	/** Text and bytes are sent as they are, anything else as JSON with its content type. Empty if left out. */
	body?: string | object;
}

/**
 * The answer of `/Device/SuspendedDevices` (L). The number of spaces was not counted live; the
 * recorded fixture has 500. The content type is not known.
 */
export const unauthorized: Reply = {
	status: 401,
	headers: { 'content-type': 'text/plain' },
	body: 'Status Code: 401; Unauthorized' + ' '.repeat(500),
};

/** The answer when no site is named (L); the content type is not known. */
export const siteNotNamed: Reply = {
	status: 401,
	headers: { 'content-type': 'application/xml' },
	body: '<Content><Error><Description>Authentication failed</Description><Code>401</Code></Error></Content>',
};

/** A site that does not exist (L). */
export const siteUnknown: Reply = { status: 500 };

/** The right site in the wrong letter case (L). */
export const siteInWrongCase: Reply = { status: 403 };

/** A route, method (L) or device (L) that does not exist. The body is not known. */
export const notFound: Reply = { status: 404 };

/** What the service says to a body that names nothing it knows is not known (400 or 422). */
export const unprocessable: Reply = {
	status: 400,
	body: { title: 'The body names nothing known' },
};

/** What a rate limit of the service looks like is not known; this one is the simulator's own. */
export const tooManyRequests: Reply = { status: 429, headers: { 'retry-after': '1' } };
