import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Fields } from '../../nodes/Miradore/execution/operation';
import { usualValues } from '../core/usualValues';

/** Values for what has no default that does something. */
const goodValues: IDataObject = {
	...usualValues,
	areas: {
		circle: [{ name: 'Yard', center: '60.17, 24.94', radius: 500 }],
		polygon: [{ name: 'Park', geoJson: '' }],
	},
	emailParameter: 'email',
	fieldGroups: ['device'],
	footnote: 'Acme',
	friendlyName: 'Reception',
	furtherAttributes: 'Client.Version',
	manufacturer: 'Apple',
	maximumDevices: 100,
	model: 'iPad',
	search: 'anna',
	phoneNumber: '112',
	pickedDevices: { device: [{ deviceId: { __rl: true, mode: 'id', value: '2' } }] },
	select: 'ID',
	filters: 'ID ge 1',
	orderBy: 'ID',
	userEmailAddress: 'anna@example.com',
	watch: ['securityPatchLevel'],
};

/** What can't be set together: the first of a row where it is among the known values, else the others. */
const exclusive = [
	['lastDays', 'startDate', 'endDate'],
	['clear', 'friendlyName', 'identifier', 'manufacturer', 'model', 'userEmailAddress'],
];

function isLeftOut(name: string, known: IDataObject): boolean {
	const row = exclusive.find((one) => one.includes(name));
	return row !== undefined && (name === row[0]) !== row[0] in known;
}

/** Parameters in which everything is set that the fields know. */
export function fillParameters(fields: Fields, known: IDataObject): IDataObject {
	const fill = (property: INodeProperties, given: unknown): IDataObject[string] => {
		const { name, type, options = [] } = property;
		if (type !== 'collection') {
			return given ?? goodValues[name] ?? property.default;
		}
		const values = (given ?? {}) as IDataObject;
		const members = options.flatMap((one) =>
			'type' in one && !isLeftOut(one.name, values) ? [one] : [],
		);
		return Object.fromEntries(members.map((one) => [one.name, fill(one, values[one.name])]));
	};
	return Object.fromEntries(
		Object.entries(fields).map(([name, { property }]) => [name, fill(property, known[name])]),
	);
}
