// Prints all rows of an SQLite database, each as a line of JSON: `node readTables.mjs <file>`. It
// needs the Node.js that n8n runs on.
import { DatabaseSync } from 'node:sqlite';

const database = new DatabaseSync(process.argv[2], { readOnly: true });
const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
const readable = (_, value) =>
	value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value;
for (const { name } of tables) {
	for (const row of database.prepare(`SELECT * FROM "${name}"`).iterate()) {
		console.log(JSON.stringify({ table: name, row }, readable));
	}
}
