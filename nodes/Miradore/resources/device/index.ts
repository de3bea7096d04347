import type { Resource } from '../../execution/operation';
import { activate } from './activate';
import { addTag } from './addTag';
import { create } from './create';
import { deployApplication } from './deployApplication';
import { disableLostMode } from './disableLostMode';
import { enableLostMode } from './enableLostMode';
import { get } from './get';
import { getAll } from './getAll';
import { getApplications } from './getApplications';
import { getCertificates } from './getCertificates';
import { getCustomAttributes } from './getCustomAttributes';
import { getLocations } from './getLocations';
import { getSimCards } from './getSimCards';
import { getStorages } from './getStorages';
import { lock } from './lock';
import { reboot } from './reboot';
import { removeCategory } from './removeCategory';
import { removeTag } from './removeTag';
import { retire } from './retire';
import { setCategory } from './setCategory';
import { setCustomAttribute } from './setCustomAttribute';
import { setModel } from './setModel';
import { update } from './update';
import { wipe } from './wipe';

/** Phones, tablets and computers. */
export const device: Resource = {
	value: 'device',
	name: 'Device',
	operations: [
		activate,
		addTag,
		create,
		deployApplication,
		disableLostMode,
		enableLostMode,
		get,
		getApplications,
		getCertificates,
		getCustomAttributes,
		getLocations,
		getAll,
		getSimCards,
		getStorages,
		lock,
		reboot,
		removeCategory,
		removeTag,
		retire,
		setCategory,
		setCustomAttribute,
		setModel,
		update,
		wipe,
	],
};
