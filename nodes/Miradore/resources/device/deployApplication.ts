import { additionalBodyFields, bodyOf, refuseEmpty } from '../../fields/body';
import { optionalId } from '../../fields/optionalId';
import { path } from '../../transport/request';
import { defineDeviceCommand } from './deviceCommand';

const deploymentMethodId = optionalId({
	displayName: 'Deployment Method ID',
	name: 'deploymentMethodId',
	description:
		"From the operation 'Get' of 'Application'; it is not the ID of the application. The name of the field sent, deploymentMethodId, is inferred.",
});

const managedConfigurationId = optionalId({
	displayName: 'Managed Configuration ID',
	name: 'managedConfigurationId',
	description: 'May be empty. The name of the field sent, managedConfigurationId, is inferred.',
});

/** `POST /Device/{id}/Application`; the names of its fields are inferred (miradore-api.md 4). */
export const deployApplication = defineDeviceCommand({
	value: 'deployApplication',
	name: 'Deploy Application',
	action: 'Deploy application to device',
	description: "Queue the installation of an application from Miradore's catalogue",
	fields: { deploymentMethodId, managedConfigurationId },
	options: [additionalBodyFields],
	request: ({
		deviceId: id,
		deploymentMethodId: method,
		managedConfigurationId: configuration,
		options,
	}) => ({
		api: 'v2',
		method: 'POST',
		path: path`/Device/${id}/Application`,
		body: refuseEmpty(
			bodyOf({ deploymentMethodId: method, managedConfigurationId: configuration }, options),
		),
	}),
});
