import { ApiFailure } from '../../nodes/Miradore/transport/apiFailure';
import { readPages } from '../../nodes/Miradore/transport/pages';
import type { ApiRequest, SendOne } from '../../nodes/Miradore/transport/request';
import { fakeSite, noCount, read, request } from './fakeSite';

describe('a page that comes again', () => {
	const page = (ids: string, attributes = '') =>
		`<Content><Items${attributes}>${ids
			.split(' ')
			.map((id) => `<Device><ID>${id}</ID></Device>`)
			.join('')}</Items></Content>`;

	it.each([
		['of a list with a count', ' count="4"'],
		['of a list without', ''],
	])('%s is a failure', async (_, attributes) => {
		let asked = 0;
		const send = () => {
			asked += 1;
			return Promise.resolve(page('1 2', attributes));
		};
		await expect(readPages(send, request, Infinity, 2)).rejects.toMatchObject({
			message: 'Miradore sent the same page of the list twice',
			description: expect.stringMatching(/^It was read 4 times\. Try again when/) as string,
		});
		expect(asked).toBeLessThanOrEqual(20);
	});

	it('is none where items have no ID', async () => {
		const same = '<Content><Items count="4"><Tag><Name>a</Name></Tag></Items></Content>';
		const end = '<Content><Items count="4" /></Content>';
		const send = ({ query }: ApiRequest) =>
			Promise.resolve(/page=[1-4],/.test(query?.options ?? '') ? same : end);
		expect(await readPages(send, request, Infinity, 1)).toHaveLength(4);
	});
});

describe('a failure', () => {
	it.each([2, 5])('of request %d ends the list, and nothing is sent after it', async (failing) => {
		const { send, asked } = fakeSite({ total: 30, count: noCount });
		const limited: SendOne = async (one, failed) => {
			failed?.signal.throwIfAborted();
			const answer = await send(one);
			if (asked.length < failing) return answer;
			const failure = new ApiFailure('It failed', '', { httpCode: 502 });
			failed?.abort(failure);
			throw failure;
		};
		await expect(readPages(limited, request, Infinity, 10)).rejects.toThrow('It failed');
		const before = asked.length;
		await new Promise(setImmediate);
		expect(asked).toHaveLength(before);
	});
});

it('says what to do with a list that is far too long', async () => {
	await expect(read({ total: 10_001, count: noCount }, Infinity, 1).items).rejects.toMatchObject({
		description: "Turn 'Return All' off, or narrow the list down with filters.",
	});
	await expect(read({ total: 10_000 }, Infinity, 2).items).resolves.toHaveLength(10_000);
});
