import { wholeNumber } from './wholeNumber';

/** How often each device is asked for its locations where Miradore's list shows no change of it. */
export const defaultHours = 6;

/** The option of events that show in locations; 0 for all devices at each poll. */
export const askEveryHours = wholeNumber(
	{
		displayName: 'Ask Each Device Every',
		name: 'askEveryHours',
		default: defaultHours,
		description:
			"After how many hours at most each device is asked for its locations, though Miradore's list shows no change of it. With 0, every poll asks all devices.",
	},
	0,
	720,
);
