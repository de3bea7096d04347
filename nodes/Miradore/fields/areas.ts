import { UserError, type IDataObject } from 'n8n-workflow';
import type { Field } from '../execution/field';
import type { Area } from '../locations/area';
import { readText } from '../values/entered';
import { readCenter } from './center';
import { readGeometry } from './polygon';

const name = {
	displayName: 'Name',
	name: 'name',
	type: 'string' as const,
	required: true,
	default: '',
	placeholder: 'e.g. Warehouse',
};

/** The areas that a trigger watches: circles and polygons, each with a name of its own. */
export const areas: Field<Area[]> = {
	property: {
		displayName: 'Areas',
		name: 'areas',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add area',
		required: true,
		default: {},
		options: [
			{
				displayName: 'Circle',
				name: 'circle',
				values: [
					name,
					{
						displayName: 'Center',
						name: 'center',
						type: 'string',
						required: true,
						default: '',
						placeholder: 'e.g. 60.1699, 24.9384',
						description:
							'Latitude and longitude in degrees as maps copy them, or the link of a map: in Google Maps, right-click the place and click the numbers',
					},
					{
						displayName: 'Radius (Metres)',
						name: 'radius',
						type: 'number',
						typeOptions: { minValue: 1 },
						default: 500,
					},
				],
			},
			{
				displayName: 'Polygon',
				name: 'polygon',
				values: [
					name,
					{
						displayName: 'GeoJSON or KML',
						name: 'geoJson',
						// No field of JSON, which would mark KML as wrong.
						type: 'string',
						typeOptions: { rows: 5 },
						required: true,
						default: '',
						description:
							'Draw the area at <a href="https://geojson.io" target="_blank">geojson.io</a> and paste what stands beside the map. KML of Google Earth or Google My Maps can be pasted, too. Several polygons are one area.',
					},
				],
			},
		],
	},
	read: (value) => {
		const rows = value as { circle?: IDataObject[]; polygon?: IDataObject[] };
		const read = [...(rows.circle ?? []).map(readCircle), ...(rows.polygon ?? []).map(readPolygon)];
		if (read.length === 0) {
			throw new UserError("'Areas' has no area", {
				description: 'Add a circle or a polygon',
			});
		}
		const names = read.map((area) => area.name);
		const twice = names.find((one, index) => names.indexOf(one) !== index);
		if (twice === undefined) return read;
		throw new UserError(`'Areas' has two areas named ${twice}`, {
			description: 'Give each area a name of its own, so that items tell them apart',
		});
	},
};

function readName(row: IDataObject): string {
	const text = readText(row.name);
	if (text !== '') return text;
	throw new UserError("'Name' of an area in 'Areas' is empty or no text", {
		description: 'Items tell by the name which area it was',
	});
}

function readCircle(row: IDataObject): Area {
	const area = readName(row);
	return {
		name: area,
		...readCenter(`'Center' of the area ${area}`, row.center),
		radius: readRadius(area, row.radius),
	};
}

/** Half of the way around the earth, in metres. */
const largestRadius = 20_000_000;

function readRadius(area: string, value: unknown): number {
	const radius = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof radius === 'number' && radius >= 1 && radius <= largestRadius) return radius;
	throw new UserError(`'Radius' of the area ${area} is not a number from 1 to ${largestRadius}`, {
		description: 'Enter a number of metres, or correct the expression that gives it.',
	});
}

function readPolygon(row: IDataObject): Area {
	const area = readName(row);
	return {
		name: area,
		geometry: readGeometry(`'GeoJSON or KML' of the area ${area}`, row.geoJson),
	};
}
