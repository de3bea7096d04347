import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
} from 'n8n-workflow';
import { readSite, type Site } from './site';

/** A credential, decrypted, and where its requests go. Items with equal credentials share one. */
export interface Access {
	credential: ICredentialDataDecryptedObject;
	site: Site;
}

/**
 * Reads the node's credential where there are no input items.
 *
 * @throws UserError when the credential can't be used
 */
export async function readAccess(context: ILoadOptionsFunctions | IPollFunctions): Promise<Access> {
	const credential = await context.getCredentials('miradoreApi');
	return { credential, site: readSite(credential) };
}

/**
 * Reads the node's credential: once for all items, or for each of them where one of its fields is an
 * expression, for then each item may be about a site of its own.
 *
 * @returns gives the access of an item; it throws UserError when the credential can't be used
 */
export function createAccessReader(
	context: IExecuteFunctions,
): (itemIndex: number) => Promise<Access> {
	const known = new Map<string, Access>();
	const read = async (itemIndex: number) => {
		const credential = await context.getCredentials('miradoreApi', itemIndex);
		const text = JSON.stringify(credential);
		const access = known.get(text) ?? { credential, site: readSite(credential) };
		known.set(text, access);
		return access;
	};
	let first: Promise<Access> | undefined;
	let isSame: Promise<boolean> | undefined;
	return async (itemIndex) => {
		isSame ??= hasNoExpression(context);
		return (await isSame) ? await (first ??= read(0)) : await read(itemIndex);
	};
}

/** What n8n's contexts have beside their public functions. */
interface Inside {
	additionalData?: {
		credentialsHelper?: {
			getDecrypted?(
				additionalData: unknown,
				credentials: unknown,
				type: string,
				mode: string,
				executeData: undefined,
				raw: true,
			): Promise<ICredentialDataDecryptedObject>;
		};
	};
}

/**
 * Whether the credential is the same for all items. n8n has no public way to see that, and reading it
 * for each of thousands of items takes as long as sending requests. False where it can't be seen.
 */
async function hasNoExpression(context: IExecuteFunctions): Promise<boolean> {
	const { additionalData } = context as unknown as Inside;
	const stored = await additionalData?.credentialsHelper
		?.getDecrypted?.(
			additionalData,
			context.getNode().credentials?.miradoreApi,
			'miradoreApi',
			context.getMode(),
			undefined,
			true,
		)
		.catch(() => undefined);
	return stored !== undefined && Object.values(stored).every((value) => !isExpression(value));
}

/** n8n marks text that is an expression with an equals sign in front. */
function isExpression(value: unknown): boolean {
	return typeof value === 'string' && value.startsWith('=');
}
