import type { Answer } from './ask';
import { otherCase } from './addressingFacts';
import { describe, expectAnswer, type Fact } from './fact';
import { devices, ids, isList, itemsIn } from './v1';

const isFailure = ({ text }: Answer) => text.includes('Authentication failed');

/** How API v1 is asked, and what it says to what it can't answer (miradore-api.md 5.1 to 5.5). */
export const v1Facts: Fact[] = [
	{
		id: 'v1 list of devices',
		says: '200, Content > Items > Device',
		mark: 'L',
		questions: () => [ids],
		find: expectAnswer(200, isList),
	},
	{
		id: 'v1 count',
		says: 'on Items; on Content in some examples',
		mark: 'T2',
		questions: () => [ids],
		find: ([answer]) => {
			const place = itemsIn(answer)?.attributes.count
				? 'Items'
				: answer.xml?.attributes.count
					? 'Content'
					: 'nowhere';
			return { found: `on ${place}`, agrees: place === 'Items' };
		},
	},
	{
		id: 'v1 wrong key',
		says: '401 "Authentication failed"',
		mark: 'L',
		questions: () => [{ ...ids, apiKey: '1_wrong' }],
		find: expectAnswer(401, isFailure),
	},
	{
		id: 'v1 unknown site',
		says: '500',
		mark: 'L',
		questions: ({ siteName }) => [{ ...ids, siteName: `${siteName}-no-such-site` }],
		find: expectAnswer(500),
	},
	{
		id: 'v1 site in wrong case',
		says: '500',
		mark: 'L',
		questions: ({ siteName }) => [{ ...ids, siteName: otherCase(siteName) }],
		find: expectAnswer(500),
	},
	{
		id: 'v1 unknown attribute',
		says: '400 that names it',
		mark: 'L',
		questions: () => [devices({ select: 'ID,NoSuchAttribute' })],
		find: expectAnswer(400, ({ text }) => text.includes('NoSuchAttribute')),
	},
	{
		id: 'v1 unknown id',
		says: '404, or no items',
		mark: 'T1',
		questions: () => [{ api: 'v1', path: '/Device/2147483647' }],
		find: ([answer]) => ({
			found: describe(answer),
			agrees: answer.status === 404 || (isList(answer) && itemsIn(answer)?.children.length === 0),
		}),
	},
	{
		id: 'v1 filter',
		says: 'ID eq 1 gives the one device',
		mark: 'T2',
		questions: ({ deviceId }) => [devices({ select: 'ID', filters: `ID eq ${deviceId}` })],
		find: ([answer]) => ({
			found: `${describe(answer)}, ${itemsIn(answer)?.children.length ?? 0} of them`,
			agrees: itemsIn(answer)?.children.length === 1,
		}),
	},
];
