import type { INodePropertyOptions } from 'n8n-workflow';
import type { Field } from '../../nodes/Miradore/execution/field';
import { choice } from '../../nodes/Miradore/fields/choice';
import { device } from '../../nodes/Miradore/fields/device';
import { listFilters } from '../../nodes/Miradore/fields/listFilters';
import { nameList } from '../../nodes/Miradore/fields/nameList';
import { watch } from '../../nodes/Miradore/fields/watch';
import { expectRefusal, refusalOf } from '../core/refusal';
import { surroundings } from './surroundings';

const refused = (field: Field, value: unknown) => refusalOf(() => field.read(value, surroundings));

describe('Several names', () => {
	const tags = nameList({ displayName: 'Tags', name: 'tags' });

	it.each([
		['a', ['a']],
		[' a ,b', ['a', 'b']],
		['a,,b,', ['a', 'b']],
		[
			['a', ' b '],
			['a', 'b'],
		],
	])('are read from %j', (value, names) => expect(tags.read(value, surroundings)).toEqual(names));

	const unusable = [
		'',
		' , ',
		[],
		['a', ''],
		['', ''],
		['a', null],
		'a\tb,c',
		'a,b\u0000',
		['a', 'b\nc'],
	];
	it.each(unusable.map((value) => [value]))('are not read from %j', (value) =>
		expectRefusal(refused(tags, value), "'Tags' names nothing, or not only names"),
	);
});

describe('A choice that there is not', () => {
	const options = [
		{ name: 'One', value: 'one' },
		{ name: 'Two', value: 'two' },
	];
	const each = choice({ displayName: 'Kind', name: 'kind', default: 'one' }, options);
	const filterOf = (filters: object) => refusalOf(() => listFilters.read(filters, surroundings));
	const known = (name: string) => {
		const found = (listFilters.property.options ?? []).find((one) => one.name === name);
		return ((found as { options: INodePropertyOptions[] }).options ?? []).map(({ value }) => value);
	};

	it('is answered with those that there are', () => {
		expect(refused(each, 'three').description).toContain('one, two');
		expect(refused(watch, ['three']).description).toContain('status, tags, user');
		expect(filterOf({ platform: 'Amiga' }).description).toContain(known('platform').join(', '));
	});

	it.each([[['iOS', 'Amiga']], [[]], [['iOS', 5]], [{}]])(
		'is refused of a filter, too: %j',
		(platform) => {
			expectRefusal(filterOf({ platform }), "'Platform' in 'Filters'");
		},
	);

	it.each([
		['serialNumber', 'Serial Number', 'InvDevice.SerialNumber'],
		['imei', 'IMEI', 'InvDevice.IMEI'],
		['name', 'Name', 'InvDevice.DeviceName'],
		['userEmail', 'User Email', 'User.Email'],
	])('is none of the ways to find a device: %s', (mode, label, attribute) => {
		const clue = device.read({ __rl: true, mode, value: ' C02 ' }, surroundings);
		expect(clue).toMatchObject({ by: mode, label, attribute, value: 'C02' });
	});

	it('of how to find a device is answered with the ways that there are', () => {
		const { message, description } = refused(device, { __rl: true, mode: 'anything', value: '12' });
		expect(message).toBe("'Device' can't be found in this way");
		for (const way of ["'From List'", "'By ID'", "'By Serial Number'", "'By Name'"]) {
			expect(description).toContain(way);
		}
	});

	it.each([
		['name', "'Name Contains'"],
		['serialNumber', "'By ID'"],
	])('a device by %s with a quote is found in another way', (mode, way) => {
		const { message, description } = refused(device, { __rl: true, mode, value: `O'"Brien` });
		expect(message).toMatch(/^'Device' by '/);
		expect(description).toContain(way);
	});
});
