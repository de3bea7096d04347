import type { SimulatedAttribute, SimulatedFleet } from '../fleet';
import { notFound, type Reply } from '../reply';
import { accepted, forDevice, type HandledRequest, type Handler, type Handlers } from './handler';

/** Definitions of custom attributes, and their values of devices. */
export const customAttributeHandlers: Handlers = {
	getDeviceCustomAttributes: forDevice(({ attributeValues }, _request, { fleet }) => ({
		status: 200,
		body: Object.entries(attributeValues).map(([identifier, value]) => ({
			identifier,
			name: fleet.attributes.find(({ id }) => id === identifier)?.name ?? '',
			value,
		})),
	})),
	setDeviceCustomAttribute: forDevice((device, { body, pathParameters }, { fleet }) => {
		if (!find(fleet, pathParameters)) return notFound;
		const { value } = body as { value: string };
		// An empty value clears (T1).
		if (value === '') delete device.attributeValues[pathParameters.attributeId];
		else device.attributeValues[pathParameters.attributeId] = value;
		return accepted;
	}),
	getCustomAttributes: ({ fleet }) => ({ status: 200, body: fleet.attributes }),
	createCustomAttribute: ({ fleet }, { body }) => {
		const id = String(fleet.attributes.length + 1);
		fleet.attributes.push({ ...(body as object), id });
		return { status: 200, body: { id } };
	},
	getCustomAttribute: forAttribute((attribute) => ({ status: 200, body: attribute })),
	updateCustomAttribute: forAttribute((attribute, { body }) => {
		Object.assign(attribute, body);
	}),
	deleteCustomAttribute: forAttribute((attribute, _request, fleet) => {
		fleet.attributes = fleet.attributes.filter((one) => one !== attribute);
	}),
};

/** Answers 404 for unknown attributes, which is an assumption. */
function forAttribute(
	handle: (
		attribute: SimulatedAttribute,
		request: HandledRequest,
		fleet: SimulatedFleet,
	) => Reply | void,
): Handler {
	return ({ fleet }, request) => {
		const attribute = find(fleet, request.pathParameters);
		return attribute ? (handle(attribute, request, fleet) ?? accepted) : notFound;
	};
}

function find({ attributes }: SimulatedFleet, { attributeId }: Record<string, string>) {
	return attributes.find(({ id }) => id === attributeId);
}
