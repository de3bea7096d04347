import { Credentials } from 'n8n-core';
import {
	ICredentialsHelper,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type ICredentialsExpressionResolveValues,
	type IExecuteData,
	type IHttpRequestOptions,
	type INodeCredentialsDetails,
	type IWorkflowExecuteAdditionalData,
	type NodeParameterValueType,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { MiradoreApi } from '../../credentials/MiradoreApi.credentials';

/**
 * Stands where n8n's database of credentials is: it holds one, and applies the package's own
 * credential type to requests as n8n does.
 */
export class MiradoreCredentials extends ICredentialsHelper {
	constructor(private readonly credential: IDataObject) {
		super();
	}

	getParentTypes = () => [];

	isCredentialUsableByNode = () => true;

	authenticate(
		credential: ICredentialDataDecryptedObject,
		_type: string,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = new MiradoreApi();
		if (typeof authenticate !== 'function') throw new Error('authenticate is to be a function');
		return authenticate(credential, request);
	}

	preAuthentication = () => Promise.resolve(undefined);

	runPreAuthentication = () => Promise.resolve(undefined);

	getCredentials(details: INodeCredentialsDetails, type: string) {
		return Promise.resolve(new Credentials({ id: details.id, name: details.name }, type));
	}

	/** How often the credential was read with its expressions worked out, and as it is stored. */
	readonly reads = { evaluated: 0, stored: 0 };

	getDecrypted(
		_data: IWorkflowExecuteAdditionalData,
		_details: INodeCredentialsDetails,
		_type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		raw?: boolean,
		given?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		const stored = { ...this.credential } as ICredentialDataDecryptedObject;
		this.reads[raw ? 'stored' : 'evaluated'] += 1;
		if (raw) return Promise.resolve(stored);
		if (!given) return Promise.resolve(stored);
		const { workflow, runExecutionData, runIndex, itemIndex, node, connectionInputData } = given;
		const evaluated = workflow.expression.getParameterValue(
			stored as NodeParameterValueType,
			runExecutionData,
			runIndex,
			itemIndex,
			node.name,
			connectionInputData,
			mode,
			{},
			executeData,
		);
		return Promise.resolve(evaluated as ICredentialDataDecryptedObject);
	}

	updateCredentials = () => Promise.resolve();

	updateCredentialsOauthTokenData = () => Promise.resolve();

	getCredentialsProperties = () => new MiradoreApi().properties;
}
