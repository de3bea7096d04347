import { readField } from '../../nodes/Miradore/execution/field';
import { tileServer } from '../../nodes/Miradore/fields/tileServer';
import { expectRefusal, refusalOf } from '../core/refusal';
import { surroundings } from './surroundings';

const read = (value: unknown) => readField(tileServer, value, surroundings);

describe("'Tile Server'", () => {
	it.each([
		'https://tiles.example.com/{z}/{x}/{y}.png',
		'https://tiles.example.com/{y}/{x}/{z}.png?key=a-b_c',
		'https://tiles.example.com:8443/tile?x={x}&y={y}&z={z}',
	])('takes %s', (address) => expect(read(address)).toBe(address));

	it.each([
		['no address', 'tiles.example.com/{z}/{x}/{y}.png'],
		['one that anybody on the way can read', 'http://tiles.example.com/{z}/{x}/{y}.png'],
		['a script', 'javascript:alert({z},{x},{y})'],
		['a file', 'file:///{z}/{x}/{y}.png'],
		['one without a zoom', 'https://tiles.example.com/{x}/{y}.png'],
		['one without a column', 'https://tiles.example.com/{z}/{y}.png'],
		['one without a row', 'https://tiles.example.com/{z}/{x}.png'],
		['another place in braces', 'https://{s}.example.com/{z}/{x}/{y}.png'],
		['a place twice', 'https://tiles.example.com/{z}/{x}/{y}/{y}.png'],
		['a space', 'https://tiles.example.com/{z}/{x}/{y}.png a'],
		['a single quote', "https://tiles.example.com/{z}/{x}/{y}.png'"],
		['a double quote', 'https://tiles.example.com/{z}/{x}/{y}.png"'],
		['a semicolon', 'https://tiles.example.com/{z}/{x}/{y}.png;img-src'],
		['a comma', 'https://tiles.example.com/{z}/{x}/{y}.png,a'],
	])('refuses %s', (_name, address) => {
		expectRefusal(
			refusalOf(() => read(address)),
			"'Tile Server' is not an address of map tiles: ",
		);
	});
});
