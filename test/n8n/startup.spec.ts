import { sharedLog } from './sharedN8n';

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
