import { Credentials } from 'n8n-core';
import {
	ICredentialsHelper,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IHttpRequestOptions,
	type INodeCredentialsDetails,
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

	getDecrypted = () => Promise.resolve({ ...this.credential } as ICredentialDataDecryptedObject);

	updateCredentials = () => Promise.resolve();

	updateCredentialsOauthTokenData = () => Promise.resolve();

	getCredentialsProperties = () => new MiradoreApi().properties;
}
