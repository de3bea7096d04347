import { search } from '../core/search';
import { useSite } from '../core/site';

const simulation = useSite();
const rows = Array.from({ length: 20 }, (_, i) => `<Device><ID>${i + 1}</ID></Device>`).join('');

// Matters: a site that gives 20 a page: the picker ends there, and the other devices can't be picked.
it.each(['', 'count="45"'])(
	'the picker goes on after a page that a site has cut short (%s)',
	async (count) => {
		const body = `<?xml version="1.0"?><Content><Items ${count}>${rows}</Items></Content>`;
		simulation.site.addFault({ status: 200, body, headers: { 'content-type': 'text/xml' } });
		const { results, paginationToken } = await search('searchDevices', simulation.credential);
		expect(results).toHaveLength(20);
		expect(paginationToken).toBe('2');
	},
);
