import { UserError } from 'n8n-workflow';
import type { TriggerEvent } from '../event';
import { areaEntered, areaLeft } from './areas';
import { deviceAdded } from './deviceAdded';
import { deviceChanged } from './deviceChanged';
import { deviceRetired } from './deviceRetired';
import { deviceSilent } from './deviceSilent';
import { locationReported } from './locationReported';
import { userAdded } from './userAdded';
import { userChanged } from './userChanged';

/** All that the trigger can wait for, by label in alphabetical order. */
export const events: TriggerEvent[] = [
	areaEntered,
	areaLeft,
	deviceAdded,
	deviceChanged,
	deviceSilent,
	deviceRetired,
	locationReported,
	userAdded,
	userChanged,
];

/** @throws UserError when there is no such event, which the editor's list doesn't allow */
export function findEvent(value: unknown): TriggerEvent {
	const event = events.find((candidate) => candidate.value === value);
	if (event) return event;
	throw new UserError(`'Trigger On' has no event '${String(value)}'`, {
		description: 'Choose one of the list.',
	});
}
