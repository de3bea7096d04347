import type { IDataObject } from 'n8n-workflow';
import { ApiFailure } from '../transport/apiFailure';
import type { Connection } from '../transport/connection';
import { readPages } from '../transport/pages';
import type { SendOne } from '../transport/request';
import { together } from '../transport/together';
import type { Clue, Directory } from './directory';

/** How old in milliseconds what a command rests on may be when the command is sent. */
const freshForMs = 60_000;

/** More than one request takes. */
const mostAlong = 200;

/** What a look-up gave, and when that came: milliseconds since 1970. */
interface Known {
	outcome: IDataObject[] | ApiFailure;
	at: number;
}

/** Something to be looked up at a site. */
export interface Question {
	connection: Connection;
	clue: Clue;
}

/** Looks things up, many in one request, and remembers for a while what was found. */
export interface LookUps {
	/** Asks for all that isn't known, each thing once. Failures are kept as what was found. */
	ask(questions: Question[]): Promise<void>;
	/** Whether what is known of a thing is recent enough for a command to rest on it. */
	isFresh(question: Question): boolean;
	/** What was found, or the failure of the look-up; undefined where nobody asked. */
	find(question: Question): IDataObject[] | ApiFailure | undefined;
	/**
	 * Sees to it that what is known of a thing is fresh. Where it has to be asked for again, so are
	 * others that aren't fresh, as many as one request takes.
	 *
	 * @param others what will have to be known soon
	 */
	refresh(question: Question, others: () => Question[]): Promise<void>;
}

/**
 * @param attributes what is read of each thing beside what the directory needs itself
 * @param sendBy gives the way of a connection through this run
 */
export function createLookUps(
	directory: Directory,
	attributes: string[],
	sendBy: (connection: Connection) => SendOne,
): LookUps {
	const known = new Map<Connection, Map<string, Known>>();
	const underWay = new Map<Connection, Map<string, Promise<void>>>();
	const of = <Value>(maps: Map<Connection, Map<string, Value>>, connection: Connection) => {
		const map = maps.get(connection) ?? new Map<string, Value>();
		maps.set(connection, map);
		return map;
	};
	const isFresh = ({ connection, clue }: Question) => {
		const { at = -Infinity } = of(known, connection).get(clue.key) ?? {};
		return Date.now() - at < freshForMs;
	};

	const readChunk = async (
		connection: Connection,
		{ clues, request }: ReturnType<Directory['requestsFor']>[number],
	) => {
		const items = await readPages(sendBy(connection), request, Infinity).catch(asOutcome);
		const at = Date.now();
		for (const clue of clues) {
			const outcome = Array.isArray(items)
				? items.filter((item) => directory.matches(clue, item))
				: items;
			of(known, connection).set(clue.key, { outcome, at });
		}
	};
	const chunksOf = (connection: Connection, questions: Question[]) => {
		const clues = new Map(questions.map(({ clue }) => [clue.key, clue]));
		return directory.requestsFor(connection.site, [...clues.values()], attributes);
	};

	return {
		isFresh,
		find: ({ connection, clue }) => of(known, connection).get(clue.key)?.outcome,
		async ask(questions) {
			const unknown = questions.filter((question) => !isFresh(question));
			const chunks = [...new Set(unknown.map(({ connection }) => connection))].flatMap(
				(connection) =>
					chunksOf(
						connection,
						unknown.filter((question) => question.connection === connection),
					).map((chunk) => ({ connection, chunk })),
			);
			await together(chunks, ({ connection, chunk }) => readChunk(connection, chunk));
		},
		async refresh(question, others) {
			const { connection, clue } = question;
			const pending = of(underWay, connection);
			while (!isFresh(question)) {
				const before = pending.get(clue.key);
				if (before) {
					await before;
					continue;
				}
				const isOpen = (other: Question) =>
					other.connection === connection && !isFresh(other) && !pending.has(other.clue.key);
				const along = others().filter(isOpen).slice(0, mostAlong);
				const [chunk] = chunksOf(connection, [question, ...along]);
				const reading = readChunk(connection, chunk).finally(() => {
					for (const { key } of chunk.clues) pending.delete(key);
				});
				for (const { key } of chunk.clues) pending.set(key, reading);
				await reading;
			}
		},
	};
}

function asOutcome(error: unknown): ApiFailure {
	return error as ApiFailure;
}
