import { readListed } from '../../nodes/Miradore/transport/pages';
import { fakeSite, noCount, request, type Site } from './fakeSite';

/** Says one after the other of these in its answers, and the last of them from then on. */
const inTurn = (...counts: number[]) => {
	const left = [...counts];
	return () => String(left.length > 1 ? left.shift() : left[0]);
};

describe('how many there are in all', () => {
	const totalOf = async (site: Site, limit: number) =>
		(await readListed(fakeSite(site).send, request, limit, 250)).total;

	it.each<[string, Partial<Site>, number]>([
		['on one page', {}, 50],
		['on many pages', { most: 100 }, 150],
		['where the limit is as many', { most: 100 }, 588],
		['where a page has more than was asked for', { most: { 1: 120 } }, 50],
	])('is what the site counts %s', async (_name, site, limit) => {
		expect(await totalOf({ total: 588, ...site }, limit)).toBe(588);
	});

	it.each<[string, Partial<Site>, number]>([
		['nothing is counted', { count: noCount }, 50],
		['the page alone is', { most: 100, count: () => '100' }, 100],
		[
			'the page alone is, which ignores how many were asked for',
			{ most: { 1: 100 }, count: () => '100' },
			3,
		],
		['the page alone is, rounded up to 25', { most: { 1: 25 }, count: () => '25' }, 3],
		['what is left is counted', { most: 100, count: inTurn(588, 488, 388) }, 150],
		['what has come is counted', { most: 100, count: inTurn(100, 200, 300) }, 150],
		['it changes from page to page', { most: 100, count: inTurn(588, 587) }, 150],
		['the count is too long for a number', { count: () => '9'.repeat(25) }, 3],
		['the count has no end', { count: () => '9'.repeat(400) }, 3],
	])("isn't known where %s", async (_name, site, limit) => {
		expect(await totalOf({ total: 588, ...site }, limit)).toBeUndefined();
	});
});
