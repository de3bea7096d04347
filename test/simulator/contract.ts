import path from 'node:path';
import OpenAPIBackend, { type Document, type Request } from 'openapi-backend';

const contractFile = path.join(__dirname, 'openapi.yaml');

/** One way in which a request breaks the contract. */
interface Violation {
	/** The part of the request meant, as a JSON pointer: `/query/startDate`, `/path/id`, `/requestBody`. */
	where: string;
	message: string;
	/** What the rule demanded or met, for example `{ additionalProperty: 'page' }`. */
	details?: object;
}

/** What the contract says about a request. */
interface Reading {
	/** The `operationId` in openapi.yaml. */
	operation: string;
	/** Path parameters, decoded. */
	pathParameters: Record<string, string>;
	/** Empty if the request keeps to the contract. */
	violations: Violation[];
}

/** Reads a request against openapi.yaml; undefined if no route has this path and method. */
export type ContractReader = (request: Request) => Reading | undefined;

/** The parsed openapi.yaml of this folder, with its `$ref`s in place and all `x-confidence` marks. */
export async function loadContract(): Promise<Document> {
	return await new OpenAPIBackend({ definition: contractFile }).loadDocument();
}

/** Prepares openapi.yaml for reading requests. Paths count from `/api/v2`, a query is a string. */
export async function createContractReader(): Promise<ContractReader> {
	const contract = new OpenAPIBackend({
		definition: contractFile,
		strict: true,
		// contract.spec.ts checks the file itself; here only what checks the calls that come is made.
		quick: true,
		ajvOpts: { meta: false, validateSchema: false },
		ignoreTrailingSlashes: false,
	});
	await contract.init();
	// It lists them anew for each request.
	const operations = contract.router.getOperations();
	contract.router.getOperations = () => operations;

	return (request) => {
		const operation = contract.matchOperation(request);
		if (!operation?.operationId) return undefined;

		const { errors } = contract.validateRequest(request, operation);
		const violations: Violation[] = (errors ?? []).map((error) => ({
			where: error.instancePath,
			message: error.message ?? error.keyword,
			details: error.params,
		}));
		// OpenAPI validation passes over a body where none is described.
		if (!operation.requestBody && request.body) {
			violations.push({ where: '/requestBody', message: 'must be empty' });
		}
		const parsed = contract.router.parseRequest(request, operation);
		return {
			operation: operation.operationId,
			pathParameters: parsed.params as Record<string, string>,
			violations,
		};
	};
}
