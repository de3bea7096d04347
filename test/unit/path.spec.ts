import { path } from '../../nodes/Miradore/transport/request';

describe('a path', () => {
	it('takes each value for one segment', () => {
		expect(path`/User/Tag/${'a/b?c#d%'}/${12}`).toBe('/User/Tag/a%2Fb%3Fc%23d%25/12');
	});

	it.each(['', '.', '..', '\uD800'])('refuses %p as a segment', (segment) => {
		expect(() => path`/User/Tag/${segment}`).toThrow("can't be used in a Miradore address");
	});
});
