import fc from 'fast-check';
import { deviceId } from '../../nodes/Miradore/fields/deviceId';

const read = (mode: string, value: unknown) => deviceId.read({ __rl: true, mode, value }, 'UTC');

describe('the device locator', () => {
	it.each([
		['id', '12', 12],
		['id', ' 12 ', 12],
		['id', 12, 12],
		['id', '2147483647', 2147483647],
		['url', 'https://online.miradore.com/acme/device/12', 12],
		['url', 'https://online.miradore.com/acme/device/12/', 12],
		['url', 'https://online.miradore.com/acme/#device?id=12', 12],
	])('reads %s %p', (mode, value, id) => {
		expect(read(mode, value)).toBe(id);
	});

	it('reads the bare value that an expression or an AI agent gives', () => {
		expect(deviceId.read('12', 'UTC')).toBe(12);
		expect(deviceId.read(12, 'UTC')).toBe(12);
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
		['url', '12'],
		['url', 'https://online.miradore.com/acme/device/'],
		['url', 'https://online.miradore.com/acme/device12'],
		['url', 'javascript:/12'],
	])('refuses %s %p and names the field', (mode, value) => {
		expect(() => read(mode, value)).toThrow(/^'Device' is not a device ID: /);
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
			{ numRuns: 2000 },
		);
	});
});
