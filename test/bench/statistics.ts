import { bySerialNumber } from './contestants';

/** What several runs of one scenario gave. */
export interface Result {
	name: string;
	/** The most requests that the site takes at a time; undefined where it takes any number. */
	siteLimit?: number;
	/** Milliseconds, one for each run. */
	times: number[];
	/** Of the worst run: devices that were locked exactly once. */
	lockedOnce: number;
	/** Of the worst run: requests that the site refused. */
	refused: number;
	/** Megabytes of memory that n8n used at the most beyond what it had before, of the worst run. */
	memory?: number;
	/** Requests that the site got, of the worst run. */
	requests?: number;
	/** What the trigger keeps of a device from poll to poll, on average. */
	bytesPerDevice?: number;
}

/** The middle one of an odd number of values. */
export function median(values: number[]): number {
	return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
}

/** A figure that the benchmark is to reach. */
interface Target {
	name: string;
	value: number;
	most: number;
}

type PollName = keyof typeof pollNames;

/** The polls over 10,000 devices that are measured. */
export const pollNames = {
	publishing: 'Publishing, 10000 devices, 20 % with locations',
	unchanged: 'Poll, 10000 devices, nothing changed',
	changed: 'Poll, 10000 devices, 1 % changed',
	all: 'Poll, 10000 devices, all asked',
};

/** The targets, from the results by name. */
export function judge(results: Result[], devices: number, latency: number): Target[] {
	const time = (name: string, siteLimit?: number) => {
		const result = results.find((one) => one.name === name && one.siteLimit === siteLimit);
		return result ? median(result.times) : NaN;
	};
	const ideal = (parallel: number) => (devices * latency) / parallel;
	const ours = (parallel: number) => `Miradore node, ${parallel} parallel`;
	const http = time('HTTP Request node');
	return [
		{ name: '50 parallel / HTTP Request', value: time(ours(50)) / http, most: 0.55 },
		{ name: '100 parallel / HTTP Request', value: time(ours(100)) / http, most: 0.45 },
		{
			name: '100 parallel / plain loop',
			value: time(ours(100)) / time('Plain loop'),
			most: 1 / 15,
		},
		{
			name: '50 parallel by serial number / by ID',
			value: time(bySerialNumber) / time(ours(50)),
			most: 1.15,
		},
		{ name: '10 parallel / ideal', value: time(ours(10)) / ideal(10), most: 1.25 },
		{
			name: '10 parallel / bare pool',
			value: time(ours(10)) / time('Bare pool, 10 parallel'),
			most: 1.05,
		},
		...[50, 100].map((parallel) => ({
			name: `${parallel} parallel on a site that takes 20 / ideal for 20`,
			value: time(ours(parallel), 20) / ideal(20),
			most: 1.4,
		})),
		{
			name: 'Get Locations: 10,000 devices / 1,000',
			value: time('Get Locations, 10000 devices') / time('Get Locations, 1000 devices'),
			most: 10.5,
		},
		{
			// The pages that Get Many asked for before it asked for a thousand devices at a time.
			name: 'Get Many / pages of 250, bare',
			value: time('Get Many, 5000 devices') / time('Pages of 250, bare'),
			most: 1.15,
		},
		{
			name: 'Get Many / the same pages, bare',
			value: time('Get Many, 5000 devices') / time('The same pages, bare'),
			most: 1.15,
		},
		{
			name: 'Parsing / Get Many',
			value: time('Parsing 5000 devices') / time('Get Many, 5000 devices'),
			most: 0.2,
		},
		...judgePolls(results),
		{
			name: 'State of 10,000 devices, bytes each',
			value: results.find(({ bytesPerDevice }) => bytesPerDevice)?.bytesPerDevice ?? NaN,
			most: 110,
		},
	];
}

/** The targets of polls over 10,000 devices. */
function judgePolls(results: Result[]): Target[] {
	const of = (name: PollName) => results.find((one) => one.name === pollNames[name]);
	const requests = (name: PollName) => of(name)?.requests ?? NaN;
	return [
		{ name: 'Nothing changed, requests', value: requests('unchanged'), most: 110 },
		{
			name: 'Nothing changed / all asked',
			value: median(of('unchanged')?.times ?? []) / median(of('all')?.times ?? []),
			most: 0.05,
		},
		{ name: '1 % changed, requests', value: requests('changed'), most: 210 },
		{
			name: 'Publishing, 20 % with locations / all asked, requests',
			value: requests('publishing') / requests('all'),
			most: 0.25,
		},
	];
}
