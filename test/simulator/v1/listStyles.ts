import { americanDate, writeDefaultDate } from './dates';
import { encodings, naming, within } from './oddities';
import type { V1Style } from './xml';

/** What differs from how the simulated site writes lists by itself. */
type ListStyle = Partial<V1Style>;

const pages = {
	pagesOf100: { mostOnPage: 100 },
	pageCounts: { mostOnPage: 100, count: (_: number, onPage: number) => String(onPage) },
	emptySecondPage: { mostOnPage: { 2: 0 } },
	countOnContent: { countOn: 'Content' },
	noCount: { countOn: 'none' },
	countTooLarge: { count: () => '100000' },
	countWithComma: { count: (total: number) => `1,${total}` },
	idRangesIgnored: { idRanges: 'ignored' },
	idRangesRefused: { idRanges: 'refused' },
} satisfies Record<string, ListStyle>;

const elements = {
	unwrapped: { wrapsLists: false },
	emptyLists: { emptyLists: '<name/>' },
	emptyListsOfTwoTags: { emptyLists: '<name></name>' },
	foreignInTags: { rewrite: within('Tags', '<Other>b</Other>') },
	namespace: { usesNamespace: true },
	ownDates: { dates: writeDefaultDate },
	americanDates: { dates: americanDate },
} satisfies Record<string, ListStyle>;

const characters = {
	controlCharacter: { rewrite: naming('Phone&#x1F;1') },
	halvedEmoji: { rewrite: naming('&#xD83D;&#xDE00;') },
	loneAmpersand: { rewrite: naming('R&D') },
	htmlNames: { rewrite: naming('R&nbsp;D &Omega;') },
	endOfSection: { rewrite: naming('R]]>D') },
	utf16: { rewrite: encodings['UTF-16, little end first'] },
	utf16BigEndFirst: { rewrite: encodings['UTF-16, big end first'] },
	latin1: { rewrite: encodings['Latin-1'] },
} satisfies Record<string, ListStyle>;

/** Ways in which API v1 might write lists, by name; `plain` is as observed (miradore-api.md 5.5). */
export const listStyles: Record<string, ListStyle> = {
	plain: {},
	...pages,
	...elements,
	...characters,
};
