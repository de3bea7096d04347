import type { INodeListSearchResult } from 'n8n-workflow';
import { ExecutionClient } from './executionClient';
import { RestConnection } from './rest';
import type { WorkflowDefinition } from './workflows';

/** A workflow as n8n keeps it. */
export interface SavedWorkflow extends WorkflowDefinition {
	id: string;
	versionId: string;
}

/** The fields of the credential type `miradoreApi`. */
export interface CredentialData {
	siteName: string;
	apiKey: string;
	baseUrl: string;
	siteNameIn: 'header' | 'path';
}

/** What n8n's editor shows after the test of a credential. */
export interface CredentialTestResult {
	status: 'OK' | 'Error';
	message: string;
}

/** Who signs in to the editor. */
export interface Owner {
	email: string;
	password: string;
}

const credentialType = 'miradoreApi';

/** n8n, used through the REST calls that its editor makes. All methods throw when n8n refuses. */
export class N8nClient extends ExecutionClient {
	/**
	 * @param url the editor's address
	 * @param cookie of somebody who signed in before; without one, `setUpOwner` comes first
	 */
	constructor(url: string, cookie?: string) {
		super(new RestConnection(url, cookie));
	}

	/** Creates the owner of an empty n8n and signs in; gives the cookie of that. */
	async setUpOwner(owner: Owner): Promise<string> {
		const names = { firstName: 'Mira', lastName: 'Dore' };
		await this.connection.call('POST', '/owner/setup', { ...owner, ...names });
		return this.connection.cookie;
	}

	/** Saves a credential, for Miradore unless `type` says otherwise, and gives its id. */
	async createCredential(name: string, data: CredentialData): Promise<string>;
	async createCredential(name: string, data: object, type: string): Promise<string>;
	async createCredential(name: string, data: object, type = credentialType): Promise<string> {
		const credential = { name, type, data };
		return (await this.connection.call<{ id: string }>('POST', '/credentials', credential)).id;
	}

	/** Deletes all credentials for Miradore. */
	async deleteCredentials(): Promise<void> {
		const all = await this.connection.call<Array<{ id: string; type: string }>>(
			'GET',
			'/credentials',
		);
		for (const { id, type } of all) {
			if (type === credentialType) await this.connection.call('DELETE', `/credentials/${id}`);
		}
	}

	/** Saves a credential and tests it; n8n 1 tests no others. */
	async testCredential(data: CredentialData): Promise<CredentialTestResult> {
		const name = 'Tested';
		const id = await this.createCredential(name, data);
		const credentials = { id, name, type: credentialType, data };
		return this.connection.call('POST', '/credentials/test', { credentials });
	}

	/** Asks for a page of the device list of a Lock node, as its parameter 'Device' does. */
	searchDevices(
		credentialId: string,
		filter?: string,
		paginationToken?: unknown,
	): Promise<INodeListSearchResult> {
		return this.connection.call('POST', '/dynamic-node-parameters/resource-locator-results', {
			nodeTypeAndVersion: { name: 'n8n-nodes-miradore.miradore', version: 1 },
			path: 'parameters.deviceId',
			methodName: 'searchDevices',
			currentNodeParameters: { resource: 'device', operation: 'lock' },
			credentials: { miradoreApi: { id: credentialId, name: 'Miradore' } },
			filter,
			paginationToken,
		});
	}

	/** Saves a workflow without publishing it. */
	createWorkflow(workflow: WorkflowDefinition): Promise<SavedWorkflow> {
		// n8n 1 wants to be told that it isn't active.
		return this.connection.call('POST', '/workflows', { ...workflow, active: false });
	}

	/** A workflow as it was saved last. */
	workflow(id: string): Promise<SavedWorkflow> {
		return this.connection.call('GET', `/workflows/${id}`);
	}

	/** Saves changes of a workflow; what is published stays as it is until the next `publish`. */
	async change(workflow: SavedWorkflow): Promise<SavedWorkflow> {
		const { id, versionId, name, nodes, connections } = workflow;
		const changes = { versionId, name, nodes, connections };
		return this.connection.call('PATCH', `/workflows/${id}`, changes);
	}

	/** Publishes a workflow: from now on its triggers fire by themselves. */
	async publish({ id, versionId }: SavedWorkflow): Promise<void> {
		await this.connection.call('POST', `/workflows/${id}/activate`, { versionId });
	}

	/** How far n8n 2 is with publishing a workflow, in its own words, as JSON. */
	async publicationStatus({ id }: SavedWorkflow): Promise<string> {
		return JSON.stringify(await this.connection.call('GET', `/workflows/${id}/publication-status`));
	}

	/** Takes a published workflow back: its triggers fire no more. */
	async deactivate({ id }: SavedWorkflow): Promise<void> {
		await this.connection.call('POST', `/workflows/${id}/deactivate`, {});
	}
}
