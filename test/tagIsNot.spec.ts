import { execute } from './core/execute';
import { useSite } from './core/site';

const simulation = useSite();

/** What both 'Tag Is Not' make of a device of which these elements came: it is taken, left out or refused. */
async function tryBoth(elements: string, tag = 'Sälen') {
	const { site, credential } = simulation;
	const device = `<Device><ID>1</ID><Status>Active</Status>${elements}</Device>`;
	const body = `<Content><Items count="1">${device}</Items></Content>`;
	site.addFault({ path: '/API/Device', status: 200, body });
	site.addFault({ path: /Device\/1\/Lock/, status: 200, body: '' });
	const list = await execute({
		parameters: {
			...{ operation: 'getAll', returnAll: true },
			filters: { tagIsNot: { __rl: true, mode: 'name', value: tag } },
		},
		credential,
	});
	const lock = await execute({
		parameters: {
			operation: 'lock',
			deviceId: { __rl: true, mode: 'id', value: '1' },
			onlyIf: { tagIsNot: { __rl: true, mode: 'name', value: tag } },
		},
		credential,
	});
	const sent = site.requests.filter(({ method }) => method === 'POST').length;
	return { list: list.error?.message ?? list.success.length, sent, lock: lock.success[0].json };
}

it.each([
	'',
	'<Tags/>',
	'<Tag/>',
	'<Tags></Tags>',
	'<Tag><Name>Loan</Name></Tag>',
	'<Tags><Tag>Loan</Tag></Tags>',
	'<Tags><Tag Name="Loan"/></Tags>',
])('A device with %p is without the tag', async (elements) => {
	expect(await tryBoth(elements)).toMatchObject({ list: 1, sent: 1 });
});

it.each([
	'<Tag><Name>Sälen</Name></Tag>',
	`<Tag><Name>${'Sälen'.normalize('NFD')}</Name></Tag>`,
	'<Tag><Name> SÄLEN </Name></Tag>',
	'<Tags><Tag>Sälen</Tag></Tags>',
	'<Tags>Sälen</Tags>',
	'<Tags><Tag Name="Sälen"/></Tags>',
	'<Tags><Tag><Name>Loan</Name></Tag><Tag>Sälen</Tag></Tags>',
])('A device with %p has the tag', async (elements) => {
	for (const tag of ['Sälen', 'Sälen'.normalize('NFD')]) {
		simulation.site.clearRequests();
		expect(await tryBoth(elements, tag)).toMatchObject({ list: 0, sent: 0 });
	}
});

it.each([
	'<Tag><ID>4</ID></Tag>',
	'<Tags><Tag><ID>4</ID></Tag></Tags>',
	'<Tags><Label>Sälen</Label></Tags>',
	'<Tag><Name><Text>Sälen</Text></Name></Tag>',
	'<Tags><Tag><Label>Sälen</Label></Tag><Tag><Name>Loan</Name></Tag></Tags>',
	'<Tag><Name>Loan</Name></Tag><Tag><ID>4</ID></Tag>',
])('Of a device with %p it is not known', async (elements) => {
	expect(await tryBoth(elements)).toEqual({
		list: expect.stringContaining("'Tag Is Not' can't be applied") as unknown,
		sent: 0,
		lock: expect.objectContaining({ outcome: 'skipped', reason: 'Tag is not known' }) as unknown,
	});
});
