import { readFileSync } from 'node:fs';
import path from 'node:path';
import { all } from './sent';

it('there are at least 45 shapes, and the table of miradore-api.md has each of them once', () => {
	const page = readFileSync(path.join(__dirname, '../../docs/miradore-api.md'), 'utf8');
	const [table] = /^\| Shapes [^]*?\n\n/m.exec(page) ?? [''];
	const cells = table.split('\n').map((row) => row.split('|')[1] ?? '');
	const names = cells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name));
	expect(all.length).toBeGreaterThanOrEqual(45);
	expect(names.sort()).toEqual(all.map(([name]) => name).sort());
});
