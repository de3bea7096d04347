import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findNode } from './nodeRuntime';
import { runProgram } from './runProgram';

/** A key that looks different in each spelling; `name` tells whose it is. */
export function telltaleKey(name: string): string {
	return `1_${name}+/=,;:&<>{}"'$!%.end`;
}

const telltale = /1_(\w+)\+\/=,;:&<>\{\}"'\$!%\.end/g;

/** Whether a text holds a key, escaped for JSON, XML, addresses or forms, even one within another. */
export function holdsKey(text: string, key: string): boolean {
	return readings(text).some((reading) => reading.includes(key));
}

/** A text as it is, and without its escapes, also those within others. */
function readings(text: string): string[] {
	const plain = withoutEscapes(text);
	return [text, plain, withoutEscapes(plain)];
}

/** The files and tables of one n8n that hold a key; `userFolder` is n8n's own. */
export async function tracesIn(userFolder: string, key: string): Promise<string[]> {
	return placesWith(key, await textsOf(userFolder));
}

/** The names of all telltale keys that one n8n has written, each with the files and tables that hold it. */
export async function telltalesIn(userFolder: string): Promise<Record<string, string[]>> {
	const found = new Map<string, Set<string>>();
	for (const { place, text } of await textsOf(userFolder)) {
		const names = readings(text).flatMap((reading) => [...reading.matchAll(telltale)]);
		for (const [, name] of names) found.set(name, (found.get(name) ?? new Set()).add(place));
	}
	return Object.fromEntries([...found].map(([name, places]) => [name, [...places].sort()]));
}

/**
 * All that one n8n has written: each file of its folder, its log among them, and each row of its
 * database, where that is SQLite.
 */
async function textsOf(userFolder: string): Promise<KeptText[]> {
	const files = readdirSync(userFolder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name));
	const contents = files.map((file) => ({
		place: path.relative(userFolder, file),
		text: readFileSync(file, 'latin1'),
	}));
	const databases = files.filter((file) => file.endsWith('database.sqlite'));
	const rows = await Promise.all(databases.map(readRows));
	return [...contents, ...rows.flat()];
}

/** A text that n8n keeps, and where. */
export interface KeptText {
	place: string;
	text: string;
}

/** The places whose text holds a key, each once. */
export function placesWith(key: string, texts: KeptText[]): string[] {
	return [...new Set(texts.filter(({ text }) => holdsKey(text, key)).map(({ place }) => place))];
}

function withoutEscapes(text: string): string {
	return text
		.replace(/%([\da-f]{2})/gi, (_, hex: string) => fromCode(hex))
		.replace(/\\u00([\da-f]{2})/gi, (_, hex: string) => fromCode(hex))
		.replaceAll('\\', '')
		.replace(/&#x([\da-f]{2});/gi, (_, hex: string) => fromCode(hex))
		.replace(/&#(\d{2});/g, (_, code: string) => String.fromCharCode(Number(code)))
		.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: keyof typeof entities) => entities[name]);
}

const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function fromCode(hex: string): string {
	return String.fromCharCode(Number.parseInt(hex, 16));
}

/** In the bytes of a database's file, a long text is in pieces; in its row it is whole. */
async function readRows(database: string): Promise<KeptText[]> {
	const parameters = [path.join(__dirname, 'readTables.mjs'), database];
	const rows = await runProgram(findNode().program, parameters, { folder: __dirname });
	return rows.split('\n').map((text) => {
		const { table } = JSON.parse(text) as { table: string };
		return { place: `table ${table}`, text };
	});
}
