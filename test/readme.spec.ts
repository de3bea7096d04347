import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { INodeProperties } from 'n8n-workflow';
import { Miradore } from '../nodes/Miradore/Miradore.node';
import { resources } from '../nodes/Miradore/resources';
import results from './bench/results.json';
import { expectDevice } from './contract/device';
import { expectOthers } from './contract/others';
import { useSite } from './core/site';
import { loadContract } from './simulator';

const simulation = useSite();
const root = path.join(__dirname, '..');
const readText = (file: string) => readFileSync(path.join(root, file), 'utf8');
const rows = readText('docs/operations.md')
	.split('\n')
	.map((line) => line.replace(/\s+/g, ' '));

/** What docs/operations.md says for the marks of the contract. */
const words: Record<string, string> = {
	S: "Vendor's page",
	L: 'Observed',
	T3: 'Three clients',
	T2: 'Two clients',
	T1: 'One client',
	I: 'Inferred',
	U: 'Unknown',
};

/** Method, path and confidence of each operation of API v2, by its `operationId`. */
async function readCalls(): Promise<Record<string, { call: string; sure: string }>> {
	const { paths = {} } = await loadContract();
	const calls = Object.entries(paths).flatMap(([route, methods]) =>
		Object.entries(methods as object).map(([method, operation]) => {
			const { operationId, 'x-confidence': mark } = operation as Record<string, string>;
			const call = `\`${method.toUpperCase()} /api/v2${route}\``;
			return [operationId, { call, sure: words[mark] }];
		}),
	);
	return Object.fromEntries(calls) as Record<string, { call: string; sure: string }>;
}

const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({ resource, operation })),
);

const pages = ['README.md', 'examples/README.md', 'CONTRIBUTING.md', 'SECURITY.md'].concat(
	readdirSync(path.join(root, 'docs'))
		.filter((file) => file.endsWith('.md'))
		.map((file) => `docs/${file}`),
);

/** The anchors of a page's headings, as GitHub makes them. */
const anchorsOf = (file: string) =>
	[...readText(file).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
		heading
			.toLowerCase()
			.replace(/[^\p{L}\p{N} _-]/gu, '')
			.replaceAll(' ', '-'),
	);

describe('The README', () => {
	it('has at most 200 lines', () => {
		expect(readText('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(200);
	});

	it.each(pages)('and its like link to what is there: %s', (page) => {
		const links = [...readText(page).matchAll(/\]\((?!https?:|mailto:)([^)#]*)#?([^)]*)\)/g)];
		for (const [, target, anchor] of links) {
			const file = target === '' ? page : path.join(path.dirname(page), target);
			expect([file, existsSync(path.join(root, file))]).toEqual([file, true]);
			if (anchor) expect(anchorsOf(file)).toContain(anchor);
		}
	});
});

describe('The table of docs/operations.md', () => {
	it.each(operations)('has $resource.name: $operation.name', async ({ resource, operation }) => {
		const known = await readCalls();
		const expectations = { ...expectDevice(simulation.site), ...expectOthers(simulation.site) };
		const sent = expectations[`${resource.value} ${operation.value}`].map(({ call }) => call);
		const calls = [...new Set(sent)].map((call) => known[call] ?? { call: v1(call), sure: '' });
		const start = `| ${resource.name} | ${operation.name} | `;
		const line = rows.filter((row) => row.startsWith(start));
		expect(line).toHaveLength(1);
		const [called, sure] = line[0].slice(start.length).split(' | ');
		const item = resource.value === 'inventory' ? 'Device' : '<Item>';
		expect(called.replace('<Item>', item)).toBe(calls.map(({ call }) => call).join('<br>'));
		// What API v1 does is not in the OpenAPI file.
		const marks = calls.map((call) => call.sure);
		const shown = new Set(marks).size === 1 ? marks[0] : marks.join('<br>');
		expect(sure).toMatch(new RegExp(`^${shown.replace("'", '.')}`));
	});

	it('has nothing else', () => {
		const calls = rows.filter((row) => /\| `(GET|POST|PUT|PATCH|DELETE) /.test(row));
		expect(calls).toHaveLength(operations.length);
	});
});

describe('The options in docs/operations.md', () => {
	it('are those of the operations, each once', () => {
		const options = new Miradore().description.properties
			.filter(({ name, type }) => name === 'options' && type === 'collection')
			.flatMap((property) => property.options as INodeProperties[]);
		const start = rows.findIndex((row) => row.startsWith('| Option | Default'));
		const shown = rows.slice(start + 2, rows.indexOf('', start));
		const names = shown.map((row) => row.split(' | ')[0].replace('| ', ''));
		expect(names).toHaveLength(new Set(names).size);
		expect(new Set(names)).toEqual(new Set(options.map(({ displayName }) => displayName)));
	});
});

describe('The comparison in docs/operations.md', () => {
	/** The median in seconds, as it is written. */
	const took = (name: string, siteLimit?: number) => {
		const { times } = find(name, siteLimit);
		const median = [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
		return `${(median / 1000).toFixed(1)} s`;
	};
	const find = (name: string, siteLimit?: number) =>
		results.results.find((result) => result.name === name && result.siteLimit === siteLimit)!;
	const cells = (start: string) => rows.find((row) => row.startsWith(start))!.split(' | ');

	it('is what the benchmark measured', () => {
		const [, own, other] = cells('| Locking 1,000 devices');
		expect(own).toBe(
			`${took('Miradore node, 50 parallel')} with 50 requests in parallel, ${took('Miradore node, 100 parallel')} with 100, ${took('Miradore node, 10 parallel')} with 10`,
		);
		expect(other).toBe(`${took('HTTP Request node')}, all requests at once |`);
	});

	it('is what the benchmark measured on a site that takes 20 at a time', () => {
		const [, own, other] = cells('| The same, where the site takes 20');
		const { lockedOnce, refused } = find('HTTP Request node', 20);
		const seconds = took('Miradore node, 50 parallel', 20);
		expect(own).toBe(`${seconds} with 50 in parallel: all 1,000 locked once`);
		expect(find('Miradore node, 50 parallel', 20).lockedOnce).toBe(1000);
		const lost = `${lockedOnce} locked, ${refused} refused |`;
		expect(other).toBe(`${took('HTTP Request node', 20)}: ${lost}`);
	});
});

/** The address as docs/operations.md writes it, such as `GET /<site>/API/Device`. */
function v1(call: string): string {
	const general = call.replace('/1/Tag/two%20words', '/{id}/Tag/{tag}');
	return `\`${general.replace('/API', '/<site>/API')}\``;
}
