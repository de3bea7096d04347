import { startSimulator, type SimulatedSite } from '../simulator';
import { spellings } from '../core/site';
import { checkLive } from './check';
import { facts } from './facts';

const apiKey = "1_Live{key},with!odd$chars&'";
let site: SimulatedSite;

beforeEach(async () => {
	site = await startSimulator({ apiKey, size: 300, now: new Date() });
});

afterEach(async () => {
	expect(site.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
	await site.stop();
});

/** Looks at all facts; gives the exit code and, by fact, the row of the table. */
async function check(changes: NodeJS.ProcessEnv = {}) {
	let printed = '';
	const code = await checkLive(
		{
			MIRADORE_SITE: site.siteName,
			MIRADORE_API_KEY: apiKey,
			MIRADORE_BASE_URL: site.baseUrl,
			...changes,
		},
		(text) => {
			printed += `${text}\n`;
		},
	);
	for (const spelling of spellings(apiKey)) expect(printed).not.toContain(spelling);
	const blocks = printed.split(/^[├┌└].*$/m).map((block) => {
		const rows = block
			.trim()
			.split('\n')
			.map((row) => row.split('│').map((cell) => cell.trim()));
		return [1, 2, 3, 4, 5].map((column) =>
			rows
				.map((row) => row[column])
				.join(' ')
				.trim(),
		);
	});
	const row = (id: string) => {
		const [, , , found, agrees] = blocks.find(([first]) => first === id) ?? [];
		return { found, agrees };
	};
	return { code, printed, row };
}

it('sees that a site is as expected', async () => {
	const { code, printed, row } = await check();
	expect(code).toBe(0);
	for (const { id, mark } of facts) {
		// The simulator doesn't have these.
		const isMissing = /undocumented|^custom attributes|ConfigProfile/.test(id);
		const agrees = mark === 'U' ? 'new' : 'yes';
		if (!isMissing) expect({ id, ...row(id) }).toMatchObject({ id, agrees });
	}
	expect(row('order of locations')).toEqual({ found: 'none', agrees: 'new' });
	expect(row('time zone of a location')).toEqual({ found: 'Z', agrees: 'new' });
	expect(row('custom attributes')).toMatchObject({ agrees: 'not seen' });
	expect(printed).toMatch(
		/\d+ facts agree, 2 differ, \d+ were not known before, 2 could not be seen/,
	);
	expect(site.requests.length).toBeGreaterThan(facts.length);
});

it('tells where a site does otherwise', async () => {
	site.v1 = { wrapsLists: false, usesNamespace: false, countOn: 'Content' };
	site.addFault({ path: '/Device/SuspendedDevices', status: 200, body: '[]' });
	site.addFault({ path: '/API/CustomAttributeDefinition', status: 200, body: '<html></html>' });
	site.addFault({
		path: /Location$/,
		status: 200,
		body: [
			{ time: '2026-11-20T12:00:00', lat: 60.1, lon: 24.9, key: apiKey },
			{ time: '2026-11-20T13:00:00', lat: 60.1, lon: 24.9, key: apiKey },
		],
	});
	const { code, row } = await check();
	expect(code).toBe(0);
	expect(row('v1 list Tags')).toEqual({ found: 'not wrapped', agrees: 'no' });
	expect(row('v1 count')).toEqual({ found: 'on Content', agrees: 'no' });
	expect(row('v2 suspended devices')).toEqual({ found: '200, a list of 0', agrees: 'no' });
	expect(row('v1 custom attributes')).toMatchObject({ agrees: 'no' });
	expect(row('v2 unknown device')).toEqual({ found: '200, a list of 2', agrees: 'no' });
	expect(row('fields of a location')).toEqual({
		found: 'time (string), lat (number), lon (number), key (string)',
		agrees: 'no',
	});
});

it('goes on where a request gets no answer', async () => {
	site.addFault({ path: '/Device/SuspendedDevices', reset: 'beforeHandling' });
	const { code, row } = await check();
	expect(code).toBe(0);
	expect(row('v2 suspended devices')).toEqual({
		found: 'No answer: ECONNRESET',
		agrees: 'not seen',
	});
	expect(row('v2 unknown device')).toMatchObject({ agrees: 'yes' });
});

it('says what to set, and asks nothing without it', async () => {
	for (const missing of ['MIRADORE_SITE', 'MIRADORE_API_KEY']) {
		const { code, printed } = await check({ [missing]: '' });
		expect(code).toBe(1);
		expect(printed).toContain(`Set MIRADORE_SITE`);
	}
	expect(site.requests).toEqual([]);
});

it('ends with 1 where nobody answers', async () => {
	const { code, printed } = await check({ MIRADORE_BASE_URL: 'http://127.0.0.1:9' });
	expect(code).toBe(1);
	expect(printed).toContain('could not be asked. No answer: ECONNREFUSED');
});
