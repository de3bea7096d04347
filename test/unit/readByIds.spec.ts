import { devicesRequest } from '../../nodes/Miradore/inventory/devices';
import { readByIds } from '../../nodes/Miradore/inventory/readByIds';
import type { SendOne } from '../../nodes/Miradore/transport/request';
import { ApiFailure } from '../../nodes/Miradore/transport/apiFailure';

const select = ['ID', 'InvApplication.Name'];
const ids = Array.from({ length: 60 }, (_, index) => index + 1);
const part = (wanted: number[]) => ({
	wanted,
	request: devicesRequest(select, { any: wanted.map((id) => `ID eq ${id}`).join(' or ') }),
});
const pageOf = (page: number) => {
	const items = ids
		.slice((page - 1) * 25, page * 25)
		.map((id) => `<Device><ID>${id}</ID></Device>`);
	return `<Content><Items count="60">${items.join('')}</Items></Content>`;
};

it('The first page that fails ends all others, those of its own part and those of the other parts', async () => {
	const given: AbortSignal[] = [];
	const send: SendOne = async ({ query }, failed) => {
		if (failed) given.push(failed.signal);
		const page = Number(/page=(\d+)/.exec(query?.options ?? '')?.[1]);
		if (page === 2) {
			await Promise.resolve();
			throw new ApiFailure('Broken', 'Try again.');
		}
		// What is under way ends no earlier than it is told to.
		if (page === 3) {
			await new Promise((resolve) => failed?.signal.addEventListener('abort', resolve));
			throw new ApiFailure('Not sent', 'Another one failed.');
		}
		return pageOf(page);
	};
	await expect(readByIds(send, [part(ids), part([61])])).rejects.toThrow('Broken');
	expect(given.every(({ aborted }) => aborted)).toBe(true);
}, 5000);
