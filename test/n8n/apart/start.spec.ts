import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSimulator } from '../../simulator';
import { packProject, type PackedProject } from '../pack';
import { processesWith, remainingProcesses } from '../processes';
import { waitUntil } from '../waitUntil';
import { NpmStart } from './npmStart';

describe('npm start', () => {
	let temporaryFolder: string;
	let packed: PackedProject;
	/** Lets a start use a package that is there: two that pack at the same time would share `dist`. */
	const packedBefore = () => ({ N8N_PACKAGE_FOR_TESTS: packed.tarball });

	beforeAll(async () => {
		packed = await packProject();
	});

	afterAll(() => packed.remove());

	beforeEach(() => {
		temporaryFolder = mkdtempSync(path.join(tmpdir(), 'n8n-start-'));
	});

	afterEach(() => rmSync(temporaryFolder, { recursive: true, force: true }));

	async function expectNothingRemains(): Promise<void> {
		expect(await remainingProcesses(temporaryFolder)).toEqual([]);
		// tsx keeps what it has compiled in a folder of its own.
		const isOurs = (name: string) => name.startsWith('n8n-');
		expect(readdirSync(temporaryFolder).filter(isOurs)).toEqual([]);
	}

	it('locates the devices, locks those outside the area, gives the editor and a login, and ends everything on Ctrl-C', async () => {
		// This one builds and packs by itself, as everywhere but in these tests.
		const start = new NpmStart(temporaryFolder, []);
		await start.waitFor('Ctrl-C ends n8n');
		const rows = start.output.split('\n').filter((line) => /│\s+\d+\s+│/.test(line));
		const outside = rows.filter((row) => row.includes('outside'));
		expect(outside.length).toBeGreaterThan(0);
		expect(outside.length).toBeLessThan(rows.length);
		expect(rows.filter((row) => row.includes('locked'))).toEqual(outside);
		expect(start.output).toContain(`${outside.length} of them were outside`);
		const [, url] = /editor: +(http:\/\/127\.0\.0\.1:\d+)/.exec(start.output) ?? [];
		expect(await (await fetch(url)).text()).toContain('n8n');
		expect(start.output).toMatch(new RegExp(`workflow: ${url}/workflow/\\w+\n`));
		const [, map] = /map: +(file:\S+)/.exec(start.output) ?? [];
		const page = readFileSync(new URL(map), 'utf8');
		expect(page.match(/<li data-point>/g)).toHaveLength(rows.length);
		expect(start.output).toMatch(/E-mail: +\S+@\S+\nPassword: +\S{8,}/);
		expect(start.output).toContain('What to try next:\n1. ');
		expect(start.output.split('\n').length).toBeLessThan(80);
		expect(processesWith(temporaryFolder).length).toBeGreaterThan(2);
		// A moment in which it is busy: Ctrl-C comes while it can't answer.
		const [program] = processesWith(temporaryFolder, ' --import ');
		process.kill(program, 'SIGSTOP');
		start.signal('SIGINT');
		await sleep(500);
		process.kill(program, 'SIGCONT');
		await start.exitCode;
		await expectNothingRemains();
	});

	it('says which versions of n8n there are when another one is asked for, and fails', async () => {
		const start = new NpmStart(temporaryFolder, ['--once', '--n8n', '0.1.0']);
		expect(await start.exitCode).toBe(1);
		expect(start.output).toMatch(/There is no n8n '0\.1\.0' to choose, only \d.* and 1\.123\.50\./);
		await expectNothingRemains();
	});

	it('leaves no n8n behind when all of it gets SIGKILL while n8n starts, nor when npm alone gets SIGTERM', async () => {
		const folders = ['all', 'npm'].map((name) => path.join(temporaryFolder, name));
		const starts = folders.map((folder) => {
			mkdirSync(folder);
			return new NpmStart(folder, [], packedBefore());
		});
		const n8nIn = (folder: string) => processesWith(path.join(folder, 'n8n-for-tests-'));
		await waitUntil(() => folders.every((folder) => n8nIn(folder).length > 1), 100);
		starts[0].signal('SIGKILL');
		starts[1].signal('SIGTERM', false);
		await Promise.all(starts.map(({ exitCode }) => exitCode));
		for (const folder of folders) expect(await remainingProcesses(folder)).toEqual([]);
	});

	describe('with a site of its user', () => {
		it('only reads, and ends with --once', async () => {
			const site = await startSimulator({ siteName: 'own', apiKey: 'own-key', now: new Date() });
			const devices = site.fleet.devices.filter(({ status }) => status !== 'Deleted');
			const located = devices.filter(({ fixes }) => fixes.length > 0);
			// Far outside the area, so that the example for a simulated site would lock them.
			for (const fix of devices.flatMap(({ fixes }) => fixes)) fix.latitude = 10;
			try {
				const start = new NpmStart(temporaryFolder, ['--once'], {
					MIRADORE_SITE: 'own',
					MIRADORE_API_KEY: 'own-key',
					MIRADORE_BASE_URL: site.baseUrl,
					...packedBefore(),
				});
				expect(await start.exitCode).toBe(0);
				// One before n8n is started, and in the example one for the list.
				expect(site.requests.length).toBe(2 + devices.length);
				expect(site.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
				for (const { id, name } of located)
					expect(start.output).toMatch(new RegExp(`│ +${id} +│ +${name} +│`));
				expect(start.output).not.toContain('own-key');
			} finally {
				await site.stop();
			}
			await expectNothingRemains();
		});

		it('says what went wrong when Miradore refuses, and fails', async () => {
			const site = await startSimulator();
			try {
				const start = new NpmStart(temporaryFolder, ['--once'], {
					MIRADORE_SITE: site.siteName,
					MIRADORE_API_KEY: 'wrong',
					MIRADORE_BASE_URL: site.baseUrl,
					...packedBefore(),
				});
				expect(await start.exitCode).toBe(1);
				expect(start.output).toContain('Miradore refused the API key (401)');
				expect(start.output).not.toContain('Start n8n');
				expect(site.requests).toHaveLength(1);
			} finally {
				await site.stop();
			}
			await expectNothingRemains();
		});

		it.each([
			['MIRADORE_API_KEY', { MIRADORE_SITE: 'own' }],
			['MIRADORE_SITE', { MIRADORE_API_KEY: 'own-key' }],
		])('says that %s is missing, and fails', async (missing, environment) => {
			const start = new NpmStart(temporaryFolder, ['--once'], environment);
			expect(await start.exitCode).toBe(1);
			expect(start.output).toMatch(new RegExp(`${missing} is not set|${missing} is not\\.`));
		});
	});
});
