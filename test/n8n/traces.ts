import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findNode } from './nodeRuntime';
import { runProgram } from './runProgram';

/** A key that looks different in each spelling; `name` tells whose it is. */
export function telltaleKey(name: string): string {
	return `1_${name}+/=,;:&<>{}"'$!%.end`;
}

/** Whether a text holds a key, escaped for JSON, XML, addresses or forms, even one within another. */
export function holdsKey(text: string, key: string): boolean {
	const plain = withoutEscapes(text);
	return text.includes(key) || plain.includes(key) || withoutEscapes(plain).includes(key);
}

/**
 * Looks for a key in all that one n8n has written: each file of its folder, its log among them, and
 * each row of its database, where that is SQLite.
 *
 * @param userFolder n8n's own folder
 * @returns the files and tables that hold the key
 */
export async function tracesIn(userFolder: string, key: string): Promise<string[]> {
	const files = readdirSync(userFolder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name));
	const contents = files.map((file) => ({
		place: path.relative(userFolder, file),
		text: readFileSync(file, 'latin1'),
	}));
	const databases = files.filter((file) => file.endsWith('database.sqlite'));
	const rows = await Promise.all(databases.map(readRows));
	return placesWith(key, [...contents, ...rows.flat()]);
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
