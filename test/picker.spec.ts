import { search as searchList } from './core/search';
import { credentialOf, spellings, useSite } from './core/site';

const simulation = useSite();
const search = (filter?: string, token?: string) =>
	searchList('searchDevices', simulation.credential, filter, token);
const inUse = () => simulation.site.fleet.devices.filter(({ status }) => status !== 'Deleted');

describe('the picker of devices', () => {
	it('shows name, platform, serial number, model and user of each device that is not retired', async () => {
		const { results, paginationToken } = await search();
		expect(results).toEqual(
			inUse().map(({ id, name, platform, serialNumber, model, userEmail }) => ({
				name: `${name} (${platform}, ${serialNumber}) — ${model} — ${userEmail}`,
				value: String(id),
			})),
		);
		expect(paginationToken).toBeUndefined();
	});

	it.each(['name', 'serialNumber', 'userEmail'] as const)(
		'finds devices by a part of %s',
		async (field) => {
			const device = inUse()[2];
			const { results } = await search(device[field].slice(1, 9).toUpperCase());
			expect(results.map(({ value }) => value)).toContain(String(device.id));
			expect(results.length).toBeLessThan(inUse().length);
		},
	);

	it('finds devices whose name has a quote in it', async () => {
		const device = inUse()[4];
		const { name } = device;
		device.name = "Loaner's MacBook";
		const { results } = await search("Loaner's");
		device.name = name;
		expect(results.map(({ value }) => value)).toContain(String(device.id));
	});

	/** The numbers of all devices that it shows, page by page, of a fleet of so many. */
	async function scroll(size: number): Promise<unknown[]> {
		const { site } = simulation;
		const small = site.fleet.devices;
		const [pattern] = small;
		site.fleet.devices = Array.from({ length: size }, (_, index) => ({
			...pattern,
			id: index + 1,
		}));
		const seen: unknown[] = [];
		let token: string | undefined;
		do {
			const page = await search(undefined, token);
			seen.push(...page.results.map(({ value }) => Number(value)));
			token = page.paginationToken;
		} while (token);
		site.fleet.devices = small;
		return seen;
	}
	const numbers = (length: number) => Array.from({ length }, (_, index) => index + 1);

	it('asks for no more than one page of a large fleet at a time', async () => {
		expect(await scroll(120)).toEqual(numbers(120));
		expect(simulation.site.requests.map(({ query }) => query.options)).toEqual(
			[1, 2, 3].map((page) => `rows=50,page=${page},dateformat=yyyy-MM-dd HH:mm:ss`),
		);
	});

	it.each([
		{ mostOnPage: 25 },
		{ count: (_: number, onPage: number) => String(onPage) },
		{ mostOnPage: 25, count: (_: number, onPage: number) => String(onPage) },
	])('shows all devices of a site whose pages are like %p', async (style) => {
		const { site } = simulation;
		const form = site.v1;
		site.v1 = { ...form, ...style };
		for (const size of [49, 50, 60, 75, 120]) expect(await scroll(size)).toEqual(numbers(size));
		site.v1 = form;
	});

	it.each([
		[{ apiKey: '1_other' }, 'Miradore refused the API key (401)'],
		[{ siteName: 'nobody' }, 'Miradore knows no site of this name, or could not answer (500)'],
		[{ siteName: 'a/b' }, "'Site Name' in the Miradore credential can't be used"],
		[{ baseUrl: 'http://127.0.0.1:9' }, 'Miradore did not answer: the connection was refused'],
	])('says what is wrong with %j', async (changes, message) => {
		await expect(
			searchList('searchDevices', credentialOf(simulation.site, changes)),
		).rejects.toThrow(message);
	});

	it('names no key when it fails', async () => {
		const { apiKey } = simulation.site;
		simulation.site.addFault({
			status: 400,
			body: `Not this: ${apiKey} ${encodeURIComponent(apiKey)}`,
		});
		const error: Error = await search().then(
			() => new Error('no failure'),
			(failure: Error) => failure,
		);
		const told = JSON.stringify({ ...error, message: error.message, stack: error.stack });
		expect(told).toContain('Not this: ***');
		for (const spelling of spellings(apiKey)) expect(told).not.toContain(spelling);
	});
});

describe('the other pickers', () => {
	it('find tags by name', async () => {
		const { results } = await searchList('searchTags', simulation.credential);
		expect(results).toContainEqual({ name: 'Field', value: 'Field' });
		const found = await searchList('searchTags', simulation.credential, 'loa');
		expect(found.results).toEqual([{ name: 'Loan', value: 'Loan' }]);
	});

	it.each([
		['searchCategories', 'per', [{ name: 'Personal', value: 'Personal' }]],
		['searchOrganizations', 'field', [{ name: 'Field Services', value: 'Field Services' }]],
		['searchPlaces', 'jyv', [{ name: 'Jyväskylä — Finland / Jyväskylä', value: 'Jyväskylä' }]],
	] as const)('%s finds by %p %j', async (picker, typed, expected) => {
		const all = await searchList(picker, simulation.credential);
		expect(all.results).toEqual(expect.arrayContaining([...expected]));
		expect(all.results.length).toBeGreaterThan(1);
		const found = await searchList(picker, simulation.credential, typed);
		expect(found.results).toEqual(expected);
	});

	it('find users by name and by email address', async () => {
		const [{ userEmail }] = simulation.site.fleet.devices;
		const { results } = await searchList('searchUsers', simulation.credential, userEmail);
		expect(results.map(({ value }) => value)).toEqual([userEmail]);
		expect(results[0].name).toContain(` — ${userEmail}`);
	});
});
