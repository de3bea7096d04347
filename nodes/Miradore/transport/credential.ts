import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
} from 'n8n-workflow';
import { connect, type Connection } from './connection';

/**
 * Connects with the node's credential where there are no input items.
 *
 * @throws UserError when the credential can't be used
 */
export async function connectionOf(
	context: ILoadOptionsFunctions | IPollFunctions,
): Promise<Connection> {
	return connect(context, await context.getCredentials('miradoreApi'));
}

/**
 * Connects with the node's credential. It is looked at once for expressions, and then read once for all items,
 * or for each of them where it has any, for then each item may be about a site of its own.
 *
 * @returns gives the connection of an item, the same one for equal credentials; it throws UserError when
 * the credential can't be used
 */
export function createConnector(
	context: IExecuteFunctions,
): (itemIndex: number) => Promise<Connection> {
	const known = new Map<string, Connection>();
	const read = async (itemIndex: number) => {
		const credential = await context.getCredentials('miradoreApi', itemIndex);
		const text = JSON.stringify(credential);
		const connection = known.get(text) ?? connect(context, credential);
		known.set(text, connection);
		return connection;
	};
	let first: Promise<Connection> | undefined;
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
