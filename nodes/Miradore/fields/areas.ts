import { UserError, type IDataObject } from 'n8n-workflow';
import type { Field } from '../execution/field';
import type { Area } from '../locations/area';
import { readText } from '../values/entered';
import { readGeometry } from './polygon';

const name = {
	displayName: 'Name',
	name: 'name',
	type: 'string' as const,
	required: true,
	default: '',
	placeholder: 'e.g. Warehouse',
};

/** The areas that a trigger watches: circles and GeoJSON polygons, each with a name of its own. */
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
						displayName: 'Latitude',
						name: 'latitude',
						type: 'number',
						typeOptions: { minValue: -90, maxValue: 90, numberPrecision: 7 },
						default: 0,
						description: 'Of the centre, in degrees; north of the equator is positive',
					},
					{
						displayName: 'Longitude',
						name: 'longitude',
						type: 'number',
						typeOptions: { minValue: -180, maxValue: 180, numberPrecision: 7 },
						default: 0,
						description: 'Of the centre, in degrees; east of Greenwich is positive',
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
						displayName: 'GeoJSON',
						name: 'geoJson',
						type: 'json',
						// An empty field would be marked as wrong before anything is entered.
						default: '{}',
						description:
							'A GeoJSON Polygon or MultiPolygon, or a Feature with one, as map tools export it: longitude comes before latitude',
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
	const read = (label: string, value: unknown, least: number, most: number) => {
		const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
		if (typeof number === 'number' && number >= least && number <= most) return number;
		throw new UserError(`'${label}' of the area ${area} is not a number from ${least} to ${most}`);
	};
	return {
		name: area,
		latitude: read('Latitude', row.latitude, -90, 90),
		longitude: read('Longitude', row.longitude, -180, 180),
		radius: read('Radius', row.radius, 1, 20_000_000),
	};
}

function readPolygon(row: IDataObject): Area {
	const area = readName(row);
	return { name: area, geometry: readGeometry(`'GeoJSON' of the area ${area}`, row.geoJson) };
}
