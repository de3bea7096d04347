import fc from 'fast-check';
import { device } from '../../nodes/Miradore/fields/device';
import { cases } from '../core/random';
import { expectRefusal, refusalOf } from '../core/refusal';
import { surroundings } from './surroundings';

const read = (mode: string, value: unknown) =>
	device.read({ __rl: true, mode, value }, surroundings);

describe('the device locator', () => {
	it.each([
		['id', '12', 12],
		['id', ' 12 ', 12],
		['id', 12, 12],
		['id', '2147483647', 2147483647],
		['url', 'https://online.miradore.com/acme/device/12', 12],
		['url', 'https://online.miradore.com/acme/device/12/', 12],
		['url', 'https://online.miradore.com/acme/#device?id=12', 12],
		['url', 'https://online.miradore.com/acme/v2/Device/12?id=12', 12],
	])('reads %s %p', (mode, value, id) => {
		expect(read(mode, value)).toBe(id);
	});

	it('reads the bare value that an expression or an AI agent gives', () => {
		expect(device.read('12', surroundings)).toBe(12);
		expect(device.read(12, surroundings)).toBe(12);
	});

	it.each([
		['id', ''],
		['id', '0'],
		['id', '-1'],
		['id', '1.5'],
		['id', '1e3'],
		['id', '0x10'],
		['id', '2147483648'],
		['id', '12/../13'],
		['id', '1001/../User'],
		['id', null],
		['id', undefined],
		['id', { id: 1 }],
		['id', true],
		['id', [12]],
	])('refuses %s %p and names the field', (mode, value) => {
		expectRefusal(
			refusalOf(() => read(mode, value)),
			/^'Device' is not a device ID: /,
		);
	});

	it.each([
		['12', 'is not an address'],
		['javascript:/12', 'is not an address'],
		['ftp://online.miradore.com/acme/12', 'is not an address'],
		['https://elsewhere.example/acme/device/12', 'is not an address of https://online'],
		['http://online.miradore.com/acme/device/12', 'is not an address of https://online'],
		['https://online.miradore.com:8443/acme/device/12', 'is not an address of https://online'],
		['https://online.miradore.com@elsewhere.example/acme/12', 'is not an address of https://'],
		['https://anna@online.miradore.com/acme/device/12', 'is not an address of https://online'],
		['https://online.miradore.com/other/Device/12', "is not an address of the credential's site"],
		['https://online.miradore.com/ACME/Device/12', "is not an address of the credential's site"],
		['https://online.miradore.com/Device/12', "is not an address of the credential's site"],
		['https://online.miradore.com/acme%2Fx/12', "is not an address of the credential's site"],
		['https://online.miradore.com/%E0%A4/12', "is not an address of the credential's site"],
		['https://online.miradore.com/acme/%E0%A4/device/12', "is not the address of a device's page"],
		['https://online.miradore.com/acme/device/', 'has no number that could be the device'],
		['https://online.miradore.com/acme/device12', 'has no number that could be the device'],
		['https://online.miradore.com/acme/v2/device', 'has no number that could be the device'],
		['https://online.miradore.com/acme/Devices?page=2', 'has no number that could be the device'],
		['https://online.miradore.com/acme/Device/9a4d-4123-8f7a', 'has no number that could be the'],
		['https://online.miradore.com/acme/User/7', "is not the address of a device's page"],
		['https://online.miradore.com/acme/Device/12?tab=3', 'has several numbers'],
		['https://online.miradore.com/acme/device.aspx?id=12&page=2', 'has several numbers'],
		['https://online.miradore.com/acme/Device/12#section/4', 'has several numbers'],
		['https://online.miradore.com/acme/3/Device/12', 'has several numbers'],
		['https://online.miradore.com/acme/Device/12%2F13', 'has several numbers'],
		['https://online.miradore.com/acme/Device/1.5', 'has several numbers'],
		['https://online.miradore.com/acme/Device/12,13', 'has several numbers'],
	])('refuses the address %s: it %s', (address, reason) => {
		expectRefusal(
			refusalOf(() => read('url', address)),
			`'Device' by URL ${reason}`,
		);
	});

	it('accepts nothing but whole numbers from 1 to 2147483647, whatever the text', () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String)),
				(text) => {
					const isId = /^\d+$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 2147483647;
					if (isId) expect(read('id', text)).toBe(Number(text));
					else expect(() => read('id', text)).toThrow("'Device' is not a device ID");
				},
			),
			cases(2000, 500),
		);
	});
});
