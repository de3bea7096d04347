import type { IDataObject } from 'n8n-workflow';

/** How requests are sent: the same for all items of a run, as the first item has it. */
interface RequestSettings {
	/** From 1 to 100. */
	maxParallelRequests: number;
	/** How often a request may be repeated, from 0. */
	maxRetries: number;
	/** Milliseconds that one request may take. */
	timeout: number;
}

/** What holds where the collection 'Options' says nothing. */
export const defaultSettings: RequestSettings = {
	maxParallelRequests: 10,
	maxRetries: 3,
	timeout: 60_000,
};

/** The settings in the collection 'Options', whose values have been read. */
export function settingsOf(options: IDataObject): RequestSettings {
	return { ...defaultSettings, ...(options as Partial<RequestSettings>) };
}
