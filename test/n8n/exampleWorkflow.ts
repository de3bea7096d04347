import type { INodeParameters } from 'n8n-workflow';
import {
	inARow,
	keepAbove,
	manualTrigger,
	miradore,
	scheduleTrigger,
	type WorkflowDefinition,
} from './workflows';

/** The names of the example's nodes that are looked at after a run. */
export const exampleNodes = {
	trigger: 'When You Run It',
	devices: 'Get Many',
	locate: 'Get Locations',
	outside: 'Outside the Area',
	lock: 'Lock',
} as const;

/** Where devices are supposed to be: not farther than `kilometres` from the centre of Helsinki. */
export const exampleArea = { latitude: 60.1699, longitude: 24.9384, kilometres: 5 };

/** How far back the example looks for locations. */
export const exampleDays = 14;

/** IANA name; the example's days are counted in it. */
export const exampleTimezone = 'Europe/Helsinki';

/** The example of `npm start`: locks the devices that were last seen outside the area. */
export function exampleWorkflow(credentialId: string): WorkflowDefinition {
	const hourly = scheduleTrigger('Every Hour', { field: 'hours', hoursInterval: 1 });
	return inARow(
		'Lock devices outside an area',
		[manualTrigger(exampleNodes.trigger), hourly],
		[
			devices(credentialId, { returnAll: true }),
			locate(credentialId),
			keepAbove(exampleNodes.outside, distanceInKilometres(), exampleArea.kilometres),
			miradore(exampleNodes.lock, 'lock', credentialId, '={{ $json.deviceId }}'),
		],
		exampleTimezone,
	);
}

/** Those of a fleet of any size that are most likely to have a location. */
const lastReported = { limit: 50, options: { sortBy: 'LastReported desc' } };

/** The example for a real site: reads where devices are, and nothing else. */
export function readOnlyWorkflow(credentialId: string): WorkflowDefinition {
	return inARow(
		'Where are my devices?',
		[manualTrigger(exampleNodes.trigger)],
		[devices(credentialId, lastReported), locate(credentialId)],
		exampleTimezone,
	);
}

function devices(credentialId: string, parameters: INodeParameters) {
	return miradore(exampleNodes.devices, 'getAll', credentialId, '', parameters);
}

function locate(credentialId: string) {
	return miradore(exampleNodes.locate, 'getLocations', credentialId, '={{ $json.id }}', {
		// Tomorrow, for it isn't known whether Miradore counts the last day in.
		filters: {
			startDate: `={{ $now.minus(${exampleDays}, 'days').toISO() }}`,
			endDate: "={{ $now.plus(1, 'day').toISO() }}",
		},
		options: { latestOnly: true },
	});
}

/** An n8n expression for the distance of an item's location from the area's centre (haversine). */
function distanceInKilometres(): string {
	const { latitude, longitude } = exampleArea;
	const radians = (degrees: string) => `(${degrees}) * Math.PI / 180`;
	const halfSquared = (degrees: string) => `Math.sin(${radians(degrees)} / 2) ** 2`;
	const north = halfSquared(`$json.latitude - ${latitude}`);
	const east = halfSquared(`$json.longitude - ${longitude}`);
	const narrowing = `Math.cos(${radians('$json.latitude')}) * Math.cos(${radians(`${latitude}`)})`;
	const earthDiameter = 12742;
	return `={{ ${earthDiameter} * Math.asin(Math.sqrt(${north} + ${narrowing} * ${east})) }}`;
}
