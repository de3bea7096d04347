// Runs n8n's published scanner of community packages on the sources and on the packed package, and
// checks that nothing else is in the package. Fails on any finding.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

interface Scanner {
	SOURCE_FILE_PATTERNS: string[];
	analyzePackage: (
		folder: string,
		patterns: string[],
	) => Promise<{ passed: boolean; message?: string; details?: string }>;
}

interface Packed {
	filename: string;
	size: number;
	files: Array<{ path: string }>;
}

const root = path.join(__dirname, '..');
const largestPackage = 250_000;
const allowedFiles = /^(dist\/.+|index\.js|LICENSE|README\.md|package\.json)$/;

async function scan(folder: string): Promise<string[]> {
	const scannerPath = '@n8n/scan-community-package/scanner/scanner.mjs';
	const { analyzePackage, SOURCE_FILE_PATTERNS } = (await import(scannerPath)) as Scanner;
	const run = (command: string, ...parameters: string[]) =>
		execFileSync(command, parameters, { cwd: root, encoding: 'utf8' });

	run('npx', 'gulp', 'build');
	const [packed] = JSON.parse(
		run('npm', 'pack', '--json', '--pack-destination', folder),
	) as Packed[];
	run('tar', '-xzf', path.join(folder, packed.filename), '-C', folder);
	console.log(`${packed.filename}: ${packed.size} bytes, ${packed.files.length} files`);

	const sources = await analyzePackage(root, SOURCE_FILE_PATTERNS);
	const published = await analyzePackage(path.join(folder, 'package'), ['**/*.js', 'package.json']);
	return [
		...[sources, published]
			.filter(({ passed }) => !passed)
			.map(({ message, details }) => `${message}\n${details}`),
		...packed.files
			.filter((file) => !allowedFiles.test(file.path))
			.map((file) => `${file.path} is not to be published`),
		...(packed.size > largestPackage ? [`The package is larger than ${largestPackage} bytes`] : []),
	];
}

const folder = mkdtempSync(path.join(tmpdir(), 'miradore-scan-'));
void scan(folder)
	.finally(() => rmSync(folder, { recursive: true }))
	.then((findings) => {
		console.log(findings.join('\n') || 'The scanner found nothing.');
		process.exitCode = findings.length > 0 ? 1 : 0;
	});
