// `npm run bench`: how long the ways to lock many devices take in a real n8n, in one run, on one
// site. The results are printed as tables and written to results.json beside this file.
// `npm run bench -- polls` runs one part alone, and leaves what the file has of the others.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import Table from 'cli-table3';
import type { N8nClient } from '../n8n/client';
import { installN8n } from '../n8n/install';
import { startSignedIn } from '../n8n/signedIn';
import { startSimulator, type SimulatedSite } from '../simulator';
import { type Contestant, contestants, serialNumberOf } from './contestants';
import { measureList, measureParsing } from './listing';
import { childrenOf } from './memory';
import { buildNodes } from './nodes/build';
import { measurePolls, measureState } from './polling';
import { measureLocations, measureLock } from './scenarios';
import { judge, median, type Result } from './statistics';

const devices = 1000;
const latency = 50;
const siteLimit = 20;
const listed = 5000;
const rounds = 3;

async function main(): Promise<void> {
	await installN8n(console.log);
	const nodes = mkdtempSync(path.join(tmpdir(), 'n8n-bench-nodes-'));
	await buildNodes(nodes);
	const site = await startSimulator({ size: 10 * devices });
	for (const device of site.fleet.devices) {
		device.status = 'Active';
		device.serialNumber = serialNumberOf(device.id);
	}
	site.latency = latency;
	const { client, server, stop } = await startSignedIn({ N8N_CUSTOM_EXTENSIONS: nodes });
	try {
		const results = await measure(client, site, childrenOf(server.guardianPid)[0]);
		report(results);
	} finally {
		await stop();
		await site.stop();
		rmSync(nodes, { recursive: true });
	}
}

async function measure(client: N8nClient, site: SimulatedSite, pid: number): Promise<Result[]> {
	const { siteName, apiKey, baseUrl } = site;
	const credentialId = await client.createCredential('Miradore', {
		siteName,
		apiKey,
		baseUrl,
		siteNameIn: 'header',
	});
	const ways = contestants(baseUrl, credentialId);
	const all = 10 * devices;
	const results: Result[] = [];
	if (isWanted('lock')) {
		for (const limit of [undefined, siteLimit]) {
			const isRacing = ({ name }: Contestant) =>
				limit === undefined || !/loop|pool|serial/.test(name);
			const racers = ways.filter(isRacing);
			const options = { devices, rounds, siteLimit: limit };
			results.push(...(await measureLock(client, site, racers, options)));
		}
	}
	if (isWanted('lists')) {
		const options = { count: listed, rounds, pid };
		results.push(...(await measureList(client, site, credentialId, options)));
		results.push(await measureParsing(site, listed));
	}
	if (isWanted('locations')) {
		for (const count of [devices, all]) {
			results.push(await measureLocations(client, site, credentialId, { count, rounds, pid }));
		}
	}
	if (isWanted('polls')) {
		const options = { devices: all, rounds, pid };
		results.push(...(await measurePolls(client, site, credentialId, options)));
		results.push(measureState(all));
	}
	return results;
}

/** Whether a part is to be measured: those that are named, or all. */
function isWanted(part: 'lock' | 'lists' | 'locations' | 'polls'): boolean {
	const named = process.argv.slice(2);
	return named.length === 0 || named.includes(part);
}

function report(measured: Result[]): void {
	const results = [...keptOf(measured), ...measured];
	const table = new Table({
		head: [
			'What',
			'Site takes',
			'Median ms',
			'All ms',
			'Locked once',
			'Refused',
			'Requests',
			'Memory MB',
		],
	});
	for (const { name, siteLimit: limit, times, lockedOnce, refused, ...others } of results) {
		const { memory, requests } = others;
		const all = times.map(Math.round).join(' ');
		const size = memory === undefined ? '' : Math.round(memory);
		const middle = Math.round(median(times));
		table.push([name, limit ?? 'any', middle, all, lockedOnce, refused, requests ?? '', size]);
	}
	console.log(table.toString());
	const targets = judge(results, devices, latency);
	const figures = new Table({ head: ['Figure', 'Value', 'At most', 'Reached'] });
	for (const { name, value, most } of targets) {
		figures.push([name, value.toFixed(3), most.toFixed(3), value <= most ? 'yes' : 'no']);
	}
	console.log(figures.toString());
	const machine = { cores: cpus().length, node: process.version };
	writeFileSync(
		resultsFile,
		`${JSON.stringify({ machine, devices, latency, results, targets }, null, '\t')}\n`,
	);
}

const resultsFile = path.join(__dirname, 'results.json');

/** The results of an earlier run for what wasn't measured this time. */
function keptOf(measured: Result[]): Result[] {
	if (process.argv.length <= 2) return [];
	const { results } = JSON.parse(readFileSync(resultsFile, 'utf8')) as { results: Result[] };
	const isMeasured = (one: Result) =>
		measured.some(({ name, siteLimit: limit }) => name === one.name && limit === one.siteLimit);
	return results.filter((one) => !isMeasured(one));
}

void main();
