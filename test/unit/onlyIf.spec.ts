import { onlyIf } from '../../nodes/Miradore/fields/onlyIf';
import { expectRefusal, refusalOf } from '../core/refusal';
import { surroundings } from './surroundings';

const read = (value: unknown) => onlyIf.read(value, surroundings);

/** By the name in saved workflows: the label, the attribute, and whether a device may have none. */
const offered: Array<[string, string, string, object]> = [
	['category', 'Category', 'Category.Name', { mayBeMissing: true }],
	['managementType', 'Management Type', 'Client.ManagementType', {}],
	['onlineStatus', 'Online Status', 'OnlineStatus', {}],
	['organization', 'Organization', 'Organization.Name', { mayBeMissing: true }],
	['platform', 'Platform', 'Platform', {}],
	['serialNumber', 'Serial Number', 'InvDevice.SerialNumber', {}],
	['status', 'Status', 'Status', {}],
	['tag', 'Tag', 'Tag.Name', { mayBeMissing: true }],
	['userEmail', 'User Email', 'User.Email', { mayBeMissing: true }],
];

describe("'Only If'", () => {
	it.each(offered)('compares the %s', (name, label, attribute, traits) => {
		const condition = { label, attribute, expected: 'x', ...traits };
		expect(read({ [name]: ' x ' })).toEqual([condition]);
		expect(read({ [`${name}IsNot`]: 'x' })).toEqual([{ ...condition, isNot: true }]);
	});

	it('looks for a part of the name', () => {
		const condition = {
			label: 'Name',
			attribute: 'InvDevice.DeviceName',
			isPart: true,
			expected: 'x',
		};
		expect(read({ nameContains: 'x' })).toEqual([condition]);
		expect(read({ nameDoesNotContain: 'x' })).toEqual([{ ...condition, isNot: true }]);
	});

	it('offers each of them and its opposite, none of which has to be added', () => {
		const members = onlyIf.property.options as Array<{ displayName: string; required?: boolean }>;
		const labels = offered.flatMap(([, label]) => [`${label} Is`, `${label} Is Not`]);
		expect(members.map(({ displayName }) => displayName)).toEqual(
			[...labels, 'Name Contains', 'Name Does Not Contain'].sort(),
		);
		expect(members.filter(({ required }) => required)).toEqual([]);
	});

	it('holds where nothing is added, and refuses what is nothing or not known', () => {
		expect(read({})).toEqual([]);
		expect(onlyIf.unset).toEqual([]);
		expectRefusal(
			refusalOf(() => read({ platform: '' })),
			"'Platform Is' in 'Only If' is empty",
		);
		expectRefusal(
			refusalOf(() => read({ platfrom: 'iOS' })),
			"'Only If' has no 'platfrom'",
		);
	});
});
