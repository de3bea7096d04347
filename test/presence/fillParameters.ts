import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Fields } from '../../nodes/Miradore/execution/operation';

/** Values for what has no default that does something. */
const goodValues: IDataObject = {
	additionalBodyFields: { note: 'Lost' },
	areas: {
		circle: [{ name: 'Yard', center: '60.17, 24.94', radius: 500 }],
		polygon: [{ name: 'Park', geoJson: '' }],
	},
	category: { __rl: true, mode: 'name', value: 'Shared' },
	categoryField: 'categoryName',
	applicationNameContains: 'kartta',
	createdAfter: '2026-11-17',
	categoryIsNot: { __rl: true, mode: 'name', value: 'Private' },
	dryRun: false,
	emailContains: '@',
	emailParameter: 'email',
	enrolledAfter: '2026-11-17',
	endDate: '2026-11-18',
	fieldGroups: ['device'],
	footnote: 'Acme',
	friendlyName: 'Reception',
	furtherAttributes: 'Client.Version',
	hasApplication: 'kartta',
	identifier: 'C02',
	listField: 'items',
	location: { __rl: true, mode: 'name', value: 'Helsinki' },
	managementType: 'AndroidDeviceOwner',
	managementTypeIsNot: 'iOSSupervised',
	manufacturer: 'Apple',
	maximumDevices: 100,
	model: 'iPad',
	modelContains: 'Galaxy',
	nameContains: 'phone',
	search: 'anna',
	osVersionContains: '17',
	nameDoesNotContain: 'tablet',
	onlineStatusIsNot: 'Inactive',
	phoneNumber: '112',
	pickedDevices: { device: [{ deviceId: { __rl: true, mode: 'id', value: '2' } }] },
	select: 'ID',
	deviceName: 'Phone of Anna',
	filters: 'ID ge 1',
	orderBy: 'ID',
	organization: { __rl: true, mode: 'name', value: 'Field Services' },
	organizationIsNot: { __rl: true, mode: 'name', value: 'Sales' },
	platformIsNot: 'iOS',
	serialNumber: 'C02XK1AAJGH5',
	serialNumberIsNot: 'C02XK1AAJGH6',
	statusIsNot: 'Suspended',
	startDate: '2026-11-17',
	tileServer: 'https://tiles.example.com/{z}/{x}/{y}.png',
	tag: { __rl: true, mode: 'name', value: 'Field' },
	tagIsNot: { __rl: true, mode: 'name', value: 'Loan' },
	userEmail: { __rl: true, mode: 'email', value: 'anna@example.com' },
	userEmailIsNot: { __rl: true, mode: 'email', value: 'ben@example.com' },
	userEmailAddress: 'anna@example.com',
	waitForResult: 0,
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
