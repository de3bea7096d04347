// `npm run check:live`: asks a real site, by GET alone, for what `docs/miradore-api.md` says of
// Miradore, and prints for each fact what was found.
import Table from 'cli-table3';
import { spellingsOf } from '../../nodes/Miradore/transport/answer';
import type { XmlElement } from '../../nodes/Miradore/transport/xml';
import { createAsk, type Ask, type Target } from './ask';
import type { Fact, Finding, Known } from './fact';
import { facts } from './facts';

/** Gets what is printed. */
type Print = (text: string) => void;

const howTo =
	'Set MIRADORE_SITE to the name of the site and MIRADORE_API_KEY to a key of it, and for another host MIRADORE_BASE_URL. Nothing is changed on the site: only GET requests are sent.';

/**
 * Looks at all facts.
 *
 * @param environment `MIRADORE_SITE`, `MIRADORE_API_KEY` and, if there is need, `MIRADORE_BASE_URL`
 * @returns the exit code: 0, also where facts differ, and 1 where nothing could be asked
 */
export async function checkLive(environment: NodeJS.ProcessEnv, print: Print): Promise<number> {
	const { MIRADORE_SITE: siteName = '', MIRADORE_API_KEY: apiKey = '' } = environment;
	if (siteName === '' || apiKey === '') {
		print(howTo);
		return 1;
	}
	const address = environment.MIRADORE_BASE_URL ?? 'https://online.miradore.com';
	const target: Target = { siteName, apiKey, baseUrl: address.replace(/\/+$/, '') };
	const ask = createAsk(target);
	// What facts say is free of it; this is for what nobody thought of.
	const printSafely = (text: string) => print(text.replace(spellingsOf(apiKey), '***'));

	const known = await getAcquainted(ask, target).catch((error: Error) => error.message);
	if (typeof known === 'string') {
		printSafely(`${target.baseUrl} could not be asked. ${known}`);
		return 1;
	}
	const table = new Table({
		head: ['Fact', 'Expected', 'Mark', 'Found', 'Agrees'],
		colWidths: [26, 38, 10, 46, 9],
		wordWrap: true,
		style: { head: [], border: [] },
	});
	const tally = { yes: 0, no: 0, new: 0, 'not seen': 0 };
	for (const fact of facts) {
		const { found, agrees } = await lookAt(fact, ask, known);
		const isNew = fact.mark === 'U';
		const verdict = agrees === undefined ? 'not seen' : isNew ? 'new' : agrees ? 'yes' : 'no';
		tally[verdict] += 1;
		table.push([fact.id, fact.says, fact.mark, found, verdict]);
	}
	printSafely(table.toString());
	printSafely(
		`${tally.yes} facts agree, ${tally.no} differ, ${tally.new} were not known before, ${tally['not seen']} could not be seen.`,
	);
	return 0;
}

async function lookAt(fact: Fact, ask: Ask, known: Known): Promise<Finding> {
	try {
		const answers = [];
		for (const question of fact.questions(known)) answers.push(await ask(question));
		return fact.find(answers);
	} catch (error) {
		return { found: (error as Error).message, agrees: undefined };
	}
}

/** Finds a device to ask about; one that was seen somewhere, if there is any. */
async function getAcquainted(ask: Ask, { siteName }: Target): Promise<Known> {
	const { xml } = await ask({
		api: 'v1',
		path: '/Device',
		query: { select: 'ID,Status,ReportedLocation.*', options: 'rows=250,page=1' },
	});
	const items = xml?.children.find(({ name }) => name === 'Items')?.children ?? [];
	const textOf = (item: XmlElement | undefined, name: string) =>
		item?.children.find((one) => one.name === name)?.text;
	const present = items.filter((item) => textOf(item, 'Status') !== 'Deleted');
	const located = present.find(({ children }) =>
		children.some(({ name }) => name === 'ReportedLocation'),
	);
	return { siteName, deviceId: Number(textOf(located ?? present[0], 'ID') ?? 1) };
}

if (require.main === module) {
	void checkLive(process.env, console.log).then((code) => {
		process.exitCode = code;
	});
}
