import { expectDeviceReads } from './deviceReads';
import { deviceId, v1, v2, type ExpectOf } from './expectation';

const path = { id: '1' };
const fields = {
	friendlyName: 'Reception',
	userEmailAddress: 'anna@example.com',
	manufacturer: 'Apple',
	model: 'iPad',
	identifier: 'C02',
};
const options = { additionalBodyFields: '{"ownership": "Company"}' };
const lostMode = {
	message: 'Lost',
	phoneNumber: '+358 9 1234567',
	footnote: 'Thank you',
	enableLocationTracking: true,
};

/** Requests about devices (miradore-api.md 1.3 to 5): here the commands, and all that read. */
export const expectDevice: ExpectOf = (site) => {
	const retired = site.fleet.devices.find(({ status }) => status === 'Deleted')?.id;
	const retiredId = { ...deviceId, value: String(retired) };
	return {
		...expectDeviceReads,
		'device activate': [
			v2('activateDevice', { deviceId: retiredId }, { path: { id: String(retired) } }),
		],
		'device create': [
			v2(
				'createDevice',
				{ deviceFields: fields, options },
				{ body: { ...fields, ownership: 'Company' } },
			),
			v2('createDevice', { deviceFields: { model: 'iPad' } }, { body: { model: 'iPad' } }),
		],
		'device deployApplication': [
			v2(
				'deployApplication',
				{ deviceId, deploymentMethodId: '3', managedConfigurationId: 4 },
				{ path, body: { deploymentMethodId: 3, managedConfigurationId: 4 } },
			),
			v2(
				'deployApplication',
				{ deviceId, deploymentMethodId: '3' },
				{ path, body: { deploymentMethodId: 3 } },
			),
		],
		'device disableLostMode': [v2('disableLostMode', { deviceId }, { path })],
		'device enableLostMode': [
			v2('enableLostMode', { deviceId, ...lostMode }, { path, body: lostMode }),
			v2(
				'enableLostMode',
				{ deviceId, phoneNumber: '112' },
				{ path, body: { phoneNumber: '112', enableLocationTracking: false } },
			),
		],
		'device lock': [v2('lockDevice', { deviceId }, { path })],
		'device reboot': [v2('rebootDevice', { deviceId }, { path })],
		'device removeCategory': [v2('removeDeviceCategory', { deviceId }, { path })],
		'device retire': [
			v2(
				'retireDevice',
				{ deviceId: { ...deviceId, value: '2' }, confirm: true },
				{ path: { id: '2' } },
			),
		],
		'device setCategory': [
			v2('setDeviceCategory', { deviceId, category: 'Shared' }, { path, body: { name: 'Shared' } }),
			v2(
				'setDeviceCategory',
				{ deviceId, category: { __rl: true, mode: 'id', value: '5001' } },
				{ path, body: { id: 5001 } },
			),
		],
		'device setCustomAttribute': [
			v2(
				'setDeviceCustomAttribute',
				{ deviceId, attributeId: '3', value: 'Jyväskylä' },
				{ path: { id: '1', attributeId: '3' }, body: { value: 'Jyväskylä' } },
			),
		],
		'device setModel': [
			v2(
				'setDeviceModel',
				{ deviceId, model: 'Galaxy A54', manufacturer: 'Samsung' },
				{ path, body: { model: 'Galaxy A54', manufacturer: 'Samsung' } },
			),
			v2(
				'setDeviceModel',
				{ deviceId, model: 'iPad', options: { bodyFieldNames: '{"model": "modelName"}' } },
				{ path, body: { modelName: 'iPad' } },
			),
		],
		'device update': [
			v2(
				'updateDevice',
				{ deviceId, updateFields: fields, options },
				{ path, body: { ...fields, ownership: 'Company' } },
			),
			v2(
				'updateDevice',
				{ deviceId, updateFields: { clear: ['userEmailAddress', 'model'] } },
				{ path, body: { userEmailAddress: '', model: '' } },
			),
		],
		'device wipe': [v2('wipeDevice', { deviceId, confirm: true }, { path, body: {} })],
		'device addTag': [v1('PUT /API/Device/1/Tag/two%20words', { deviceId, tag: 'two words' })],
		'device removeTag': [
			v1('DELETE /API/Device/1/Tag/two%20words', { deviceId, tag: 'two words' }),
		],
	};
};
