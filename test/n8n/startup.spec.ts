import { RestConnection } from './rest';
import { sharedClient, sharedLog, sharedN8n } from './sharedN8n';
import { versionName } from './version';
import { inARow, listDevices } from './workflows';

interface LogEntry {
	level: string;
	message: string;
}

/** What n8n logged until its editor could be opened; lines that aren't JSON count as errors. */
function startLog(): LogEntry[] {
	const lines = sharedLog().trim().split('\n');
	const ready = lines.findIndex((line) => line.includes('Editor is now accessible'));
	return lines.slice(0, ready).map((line) => {
		try {
			return JSON.parse(line) as LogEntry;
		} catch {
			return { level: 'error', message: line };
		}
	});
}

describe('n8n with the package installed by hand', () => {
	it('is the version that was chosen', async () => {
		const { url, cookie } = sharedN8n();
		const settings = new RestConnection(url, cookie).call('GET', '/settings');
		expect(await settings).toMatchObject({ versionCli: versionName });
	});

	it('saves what comes side by side', async () => {
		const n8n = sharedClient();
		const names = Array.from({ length: 20 }, (_, index) => `Side by side ${index}`);
		const saved = names.map((name) => n8n.createWorkflow(inARow(name, [], listDevices([1]))));
		expect((await Promise.all(saved)).map(({ name }) => name)).toEqual(names);
	});

	it('starts without a warning or an error that names the package', () => {
		const entries = startLog();
		expect(entries.length).toBeGreaterThan(10);
		const complaints = entries.filter(
			(entry) =>
				['warn', 'error', 'fatal'].includes(entry.level) && /miradore/i.test(JSON.stringify(entry)),
		);
		expect(complaints).toEqual([]);
	});
});
