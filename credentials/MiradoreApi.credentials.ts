import type {
	IAuthenticate,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';
import { authenticate } from '../nodes/Miradore/transport/authenticate';
import { defaultBaseUrl } from '../nodes/Miradore/transport/site';

/**
 * A Miradore API key and the site it belongs to (miradore-api.md 1.1 and 1.2).
 */
export class MiradoreApi implements ICredentialType {
	name = 'miradoreApi';

	displayName = 'Miradore API';

	icon: Icon = { light: 'file:../icons/miradore.svg', dark: 'file:../icons/miradore.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-miradore/n8n-nodes-miradore#create-a-key-in-miradore';

	properties: INodeProperties[] = [
		{
			displayName: 'Site Name',
			name: 'siteName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. acme',
			description:
				"The part of the console's address after online.miradore.com/, or the whole address. Upper and lower case matter.",
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'Created in the Miradore console under System > Infrastructure diagram > API > Create key, and shown only once',
		},
		{
			displayName: 'Site Name In',
			name: 'siteNameIn',
			type: 'options',
			options: [
				{ name: 'Header', value: 'header', description: 'Header X-Instance-Name' },
				{ name: 'Path', value: 'path', description: 'Address /site name/api/v2' },
			],
			default: 'header',
			description: 'How requests name the site. Miradore documents both ways.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: defaultBaseUrl,
			description:
				'Scheme and host of the Miradore service; the key is sent nowhere else. For LogMeIn Resolve MDM, which is the same service, https://mdm.gotoresolve.com: its API v1 is documented there, its API v2 is not known.',
		},
	];

	authenticate: IAuthenticate = authenticate;

	test: ICredentialTestRequest = {
		request: {
			// A route that answers 200 and a list for a good key and site (miradore-api.md 1.2).
			// Read as `transport/site.ts` reads it: without spaces, a slash at the end, or anything at all.
			baseURL: `={{ ($credentials.baseUrl ?? "").trim().replace(/\\/$/, "") || "${defaultBaseUrl}" }}`,
			url: '={{ $credentials.siteNameIn === "path" ? "/" + encodeURIComponent($credentials.siteName.trim().replace(/^(?:https?:\\/\\/)?[^\\/]+\\.[^\\/]+\\/+([^\\/?#]+)([\\/?#].*)?$/i, "$1")) : "" }}/api/v2/CustomAttribute',
			disableFollowRedirect: true,
		},
		rules: [
			{
				type: 'responseCode',
				properties: { value: 401, message: "Miradore refused the key: check 'API Key'" },
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message: "Upper and lower case matter in 'Site Name': copy it from the console's address",
				},
			},
			{
				type: 'responseCode',
				properties: { value: 404, message: "No Miradore API at this address: check 'Base URL'" },
			},
			{
				type: 'responseCode',
				properties: { value: 500, message: "No site has this name: check 'Site Name'" },
			},
			...[301, 302, 303, 307, 308].map((value) => ({
				type: 'responseCode' as const,
				properties: {
					value,
					message: `The address redirects elsewhere (${value}), and the key isn't sent along: check 'Base URL'`,
				},
			})),
		],
	};
}
