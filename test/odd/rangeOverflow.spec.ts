import { triesAll } from '../core/random';
import { findMissing } from '../../nodes/Miradore/transport/ranges';
import { queryRequest } from '../../nodes/Miradore/inventory/query';

// Matters: a site that ignores `rows` ends the run with "Maximum call stack size exceeded".
it('a range of very many items is no crash', async () => {
	const most = triesAll ? 130_000 : 20_000;
	const items = Array.from({ length: most }, (_, i) => `<D><ID>${i + 1}</ID></D>`).join('');
	const send = () => `<Content><Items count="${most}">${items}</Items></Content>`;
	const pages = [{ items: [{ ID: '1' }] }, { items: [{ ID: String(most) }] }];
	const request = queryRequest({ item: 'Device', select: ['ID'] });
	const parts = { pages, isInOrder: true, isEndSeen: true };
	const error = await findMissing(send as never, request, parts, 250).then(
		() => undefined,
		(one: unknown) => one,
	);
	expect(error).not.toBeInstanceOf(RangeError);
});
