import { readPages } from '../../nodes/Miradore/transport/pages';

const request = { api: 'v1', method: 'GET', path: '/Device' } as const;
const device = (id: number) => `<Device><ID>${id}</ID></Device>`;

describe('a list that claims to be endless', () => {
	it.each([1e9, 2 ** 32, Number.MAX_SAFE_INTEGER])(
		'is refused after some pages where these are always the same: %d',
		async (count) => {
			let asked = 0;
			const send = () => {
				asked += 1;
				return Promise.resolve(`<Content><Items count="${count}">${device(1)}</Items></Content>`);
			};
			await expect(readPages(send, request, Infinity)).rejects.toThrow('the same page of the list');
			expect(asked).toBeLessThan(20);
		},
	);

	it('is refused where it gives page after page without saying how many', async () => {
		let asked = 0;
		const send = () => {
			asked += 1;
			return Promise.resolve(`<Content><Items>${device(asked)}</Items></Content>`);
		};
		await expect(readPages(send, request, Infinity)).rejects.toThrow('more than 10000 pages');
		expect(asked).toBe(10_000);
	});

	it('is read as far as its limit', async () => {
		let asked = 0;
		const send = () => {
			asked += 1;
			return Promise.resolve(
				`<Content><Items count="1000000000">${device(asked)}</Items></Content>`,
			);
		};
		await expect(readPages(send, request, 7)).resolves.toHaveLength(7);
		expect(asked).toBe(7);
	});
});
