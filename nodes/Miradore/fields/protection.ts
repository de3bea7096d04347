import { wholeNumber } from './wholeNumber';

/** Refuses a run with which the node would be about more devices in one execution. */
export const maximumDevices = wholeNumber(
	{
		displayName: 'Maximum Devices',
		name: 'maximumDevices',
		default: 10,
		description:
			'The most devices that this node may be about in one execution of the workflow, over all its runs, as in a loop or for an AI agent; with more, the run that would exceed it sends nothing',
	},
	1,
	1_000_000,
);

/** Waits for what API v1 shows of a command that was carried out. */
export const waitForResult = wholeNumber(
	{
		displayName: 'Wait for Result (Seconds)',
		name: 'waitForResult',
		default: 60,
		description:
			"How many seconds to wait at most until Miradore's inventory shows the result. It is also looked at right before the command: what was so already confirms nothing. The item tells what came of it; the command is sent either way.",
	},
	0,
	3600,
);
