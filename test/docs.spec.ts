import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..');
const page = readFileSync(path.join(root, 'docs/miradore-api.md'), 'utf8');
const sections = [...page.matchAll(/^##+ (\d(?:\.\d)?)\.? /gm)].map(([, section]) => section);

/** The text of all TypeScript files in a folder and below it. */
function readAll(folder: string): string {
	const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
	return files
		.filter((file) => file.endsWith('.ts'))
		.map((file) => readFileSync(path.join(root, folder, file), 'utf8'))
		.join('\n');
}

it.each(['credentials', 'nodes', 'test/contract', 'test/live'])(
	'docs/miradore-api.md has the sections that comments in %s name',
	(folder) => {
		const code = readAll(folder);
		const number = String.raw`(\d(?:\.\d)?)`;
		const reference = new RegExp(
			`\\(miradore-api\\.md ${number}(?: (?:and|to) ${number})?\\)`,
			'g',
		);
		const references = [...code.matchAll(reference)];
		expect(references).not.toEqual([]);
		expect(references).toHaveLength(code.split('(miradore-api.md').length - 1);
		const named = references.flatMap(([, ...numbers]) => numbers.filter(Boolean));
		expect(sections).toEqual(expect.arrayContaining(named));
	},
);
