import { inOrder, pageOf, withinIds } from '../../nodes/Miradore/transport/listRequest';
import { request } from './fakeSite';

describe('the request for a page', () => {
	it('asks for rows, page and dates that sort, beside what is asked anyway', () => {
		expect(pageOf(request, 250, 3)).toEqual({
			...request,
			query: { select: 'ID', options: 'rows=250,page=3,dateformat=yyyy-MM-dd HH:mm:ss' },
		});
	});

	it.each([
		[{ select: 'Name, ID' }, { select: 'Name, ID', orderby: 'ID' }],
		[{ select: 'User.*,*' }, { select: 'User.*,*,ID', orderby: 'ID' }],
		[{ select: 'id' }, { select: 'id', orderby: 'ID' }],
		[
			{ select: 'ID', orderby: 'Name desc' },
			{ select: 'ID', orderby: 'Name desc' },
		],
		[{ select: 'Name' }, { select: 'Name' }],
		[{ select: 'User.ID' }, { select: 'User.ID' }],
		[{}, {}],
		[undefined, undefined],
	])('asks %j in the order of the IDs where it has any', (query, ordered) => {
		expect(inOrder({ ...request, query }).query).toEqual(ordered);
	});

	it.each([
		[{}, { after: 5 }, undefined],
		[{ select: 'ID', filters: 'A eq 1 OR B eq 1' }, {}, undefined],
		[{ select: 'ID', filters: 'A eq floor' }, { upTo: 7 }, 'A eq floor and ID le 7'],
		[{ select: 'ID' }, { after: 0, upTo: 7 }, 'ID gt 0 and ID le 7'],
		[{ select: 'ID', orderby: 'Name' }, {}, ''],
	])('of %j for a range %j has the filter %j', (query, range, filters) => {
		const asked = withinIds({ ...request, query }, range);
		expect(asked && (asked.query?.filters ?? '')).toBe(filters);
		if (asked) expect(asked.query?.orderby).toBe('ID');
	});
});
