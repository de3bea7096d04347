import type { IDataObject } from 'n8n-workflow';

/** What a workflow with the trigger is made of. */
export interface TriggerSettings {
	/** The trigger's parameters; what is left out has its default. */
	parameters: IDataObject;
	/** What the stored credential holds, decrypted. */
	credential: IDataObject;
	/** IANA name; the workflow's setting 'Timezone'. */
	timeZone?: string;
	/** What n8n lets a poll take, in milliseconds; n8n's own default where left out. */
	budget?: number;
	/** Which n8n it is; n8n 2 as it comes where left out. */
	engine?: Engine;
}

/**
 * n8n as far as polls differ in it. n8n 1 and n8n 2 use one context for all polls of an activation; n8n 2
 * drops what a poll finds after a later activation, and saves static data of one that failed. The
 * durable scheduler of n8n 2 makes a context for each poll, keeps a cursor in place of static data, and
 * polls at an activation only where it has no job for the node yet.
 */
export const engines = ['n8n 1', 'n8n 2', 'n8n 2, durable'] as const;
export type Engine = (typeof engines)[number];
