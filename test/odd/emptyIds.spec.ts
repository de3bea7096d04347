import { readPages } from '../../nodes/Miradore/transport/pages';
import { queryRequest } from '../../nodes/Miradore/inventory/query';

const content = (inner: string) => `<?xml version="1.0"?><Content>${inner}</Content>`;
const request = queryRequest({ item: 'Device', select: ['ID', 'Platform'] });
const rows = (from: number, to: number) =>
	Array.from(
		{ length: Math.max(0, to - from) },
		(_, i) => `<Device><ID>${from + i + 1}</ID></Device>`,
	).join('');

// Matters: items with an empty ID overwrite each other, untold.
it('several items with an empty ID all come', async () => {
	const items = ['iOS', 'Android', 'Windows'].map(
		(p) => `<Device><ID/><Platform>${p}</Platform></Device>`,
	);
	const send = ({ query }: { query?: Record<string, string> }) =>
		content(`<Items count="3">${query?.options.includes('page=1,') ? items.join('') : ''}</Items>`);
	expect(await readPages(send as never, request, Infinity)).toHaveLength(3);
});

// Matters: what is in a second wrapper is lost, untold.
it('what is in a second Items comes, too, or an error', async () => {
	const send = ({ query }: { query?: Record<string, string> }) =>
		content(
			query?.options.includes('page=1,')
				? `<Items>${rows(0, 2)}</Items><Items>${rows(2, 4)}</Items>`
				: '<Items/>',
		);
	const got = await readPages(send as never, request, Infinity).catch(() => 'told');
	expect(got === 'told' ? 4 : got.length).toBe(4);
});
