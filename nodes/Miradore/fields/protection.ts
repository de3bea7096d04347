import { readWholeNumber } from '../values/number';
import type { Option } from './options';

/** Refuses a run that is about more devices. */
export const maximumDevices: Option = {
	property: {
		displayName: 'Maximum Devices',
		name: 'maximumDevices',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 10,
		description:
			'The most devices that one run of this node may be about; with more in the input items, nothing is sent',
	},
	read: (value) => readWholeNumber('Maximum Devices', value, 1, 1_000_000),
};

/** Waits for what API v1 shows of a command that was carried out. */
export const waitForResult: Option = {
	property: {
		displayName: 'Wait for Result (Seconds)',
		name: 'waitForResult',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 3600 },
		default: 60,
		description:
			"How many seconds to wait at most until Miradore's inventory shows the result. It is also looked at right before the command: what was so already confirms nothing. The item tells what came of it; the command is sent either way.",
	},
	read: (value) => readWholeNumber('Wait for Result (Seconds)', value, 0, 3600),
};
