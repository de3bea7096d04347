import { readPages } from '../../nodes/Miradore/transport/pages';
import { queryRequest } from '../../nodes/Miradore/inventory/query';

const request = queryRequest({ item: 'Device', select: ['ID', 'Platform'] });
const read = (body: string) =>
	readPages(() => Promise.resolve(body), request, Infinity).catch(() => 'told');

// Matters: Miradore counts three devices and gives none: "there are no devices", untold.
it('an empty list that counts three items is told', async () => {
	expect(await read('<Content><Items count="3"/></Content>')).toBe('told');
});

// Matters: an error of API v1 with an empty list beside it (status 200) is "no devices", untold.
it('an empty list beside an error is told', async () => {
	const error = '<Error><Description>Database timeout</Description></Error>';
	expect(await read(`<Content><Items count="0"/>${error}</Content>`)).toBe('told');
});

// Matters: as much as another form of an item: its data is there, in attributes, and all of it is dropped.
it('items whose data is in attributes are told or read', async () => {
	const got = await read(
		'<Content><Items count="1"><Device ID="1" Platform="iOS"/></Items></Content>',
	);
	expect(JSON.stringify(got)).toMatch(/told|iOS/);
});
