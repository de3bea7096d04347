import type { Field } from '../execution/field';
import { choice } from './choice';
import { includeInputFields } from './options';
import { text } from './text';
import { tileServer } from './tileServer';
import { toggle } from './toggle';

/** The options of reading locations beside those of every operation. */
export const locationOptions: Field[] = [
	text({
		displayName: 'Device Name',
		name: 'deviceName',
		placeholder: 'e.g. {{ $json.name }}',
		description:
			'What files and maps call the device; without it they say by what the device was named, such as its serial number or ID. Switch the field to Expression to take it from the input item.',
	}),
	toggle({
		displayName: 'Exact Times',
		name: 'exactTimes',
		default: false,
		description:
			'Whether to keep only locations between the exact times of the start and end date instead of whole days',
	}),
	toggle({
		displayName: 'Latest Only',
		name: 'latestOnly',
		default: false,
		description: 'Whether to return only the latest location of each device',
	}),
	toggle({
		displayName: 'Map Tiles',
		name: 'mapTiles',
		default: true,
		description:
			'Whether a map loads its background from a server, when it is opened. Off, it loads nothing, and shows the track alone with a scale.',
	}),
	toggle({
		displayName: 'One for All Devices',
		name: 'oneForAll',
		default: true,
		description:
			'Whether all input items go into one file, map or FeatureCollection instead of one for each device',
	}),
	choice(
		{
			displayName: 'Output Format',
			name: 'outputFormat',
			default: 'items',
			description: 'What the output holds. Files are in the binary field data.',
		},
		[
			{
				name: 'GeoJSON',
				value: 'geoJson',
				description: 'A FeatureCollection for each device with its points and track, as JSON',
			},
			{
				name: 'GPX',
				value: 'gpx',
				description: 'A file for each device, for navigation devices and route planners',
			},
			{ name: 'Items', value: 'items', description: 'One item for each location' },
			{
				name: 'KML',
				value: 'kml',
				description: 'A file for each device, for Google Earth and Google My Maps',
			},
			{
				name: 'Map (HTML)',
				value: 'mapHtml',
				description: 'A file for each device with a map that any browser shows',
			},
		],
	),
	choice(
		{
			displayName: 'Sort',
			name: 'sort',
			default: 'oldestFirst',
			description: 'The order of the locations of a device. In files the oldest always come first.',
		},
		[
			{ name: 'As Miradore Sends Them', value: 'asSent' },
			{ name: 'Newest First', value: 'newestFirst' },
			{ name: 'Oldest First', value: 'oldestFirst' },
		],
	),
	includeInputFields,
	tileServer,
];
