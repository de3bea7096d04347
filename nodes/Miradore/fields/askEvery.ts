import { wholeNumber } from './wholeNumber';

/** How often each device is asked for its locations where Miradore's list shows no change of it. */
export const defaultHours = 6;

/** The option of events that show in locations; 0 for all devices at each poll. */
export const askEveryHours = wholeNumber(
	{
		displayName: 'Ask Every Device at Least Every (Hours)',
		name: 'askEveryHours',
		default: defaultHours,
		description:
			"How often each device is asked for its locations though Miradore's list shows no change of it. With 0, every poll asks all devices.",
	},
	0,
	720,
);
