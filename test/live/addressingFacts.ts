import type { Answer, Question } from './ask';
import { describe, expectAnswer, type Fact } from './fact';

const attributes: Question = { api: 'v2', path: '/CustomAttribute' };
const isList = ({ json }: Answer) => Array.isArray(json);
const isEmpty = ({ text }: Answer) => text.trim() === '';

/** A name that differs in upper and lower case alone. */
export const otherCase = (name: string) => {
	const upper = name.toUpperCase();
	return upper === name ? name.toLowerCase() : upper;
};

/** How API v2 is told the site, and what it says to what it can't answer (miradore-api.md 1). */
export const addressingFacts: Fact[] = [
	{
		id: 'v2 site in header',
		says: 'X-Instance-Name names the site: 200 and a list',
		mark: 'L',
		questions: () => [attributes],
		find: expectAnswer(200, isList),
	},
	{
		id: 'v2 site in path',
		says: '/<site>/api/v2 names the site: 200 and a list',
		mark: 'S, not seen live',
		questions: () => [{ ...attributes, siteIn: 'path' }],
		find: expectAnswer(200, isList),
	},
	{
		id: 'v2 no site',
		says: '401 and XML "Authentication failed"',
		mark: 'L',
		questions: () => [{ ...attributes, siteIn: 'nowhere' }],
		find: expectAnswer(401, ({ text }) => text.includes('Authentication failed')),
	},
	{
		id: 'v2 site in wrong case',
		says: '403 without a body',
		mark: 'L',
		questions: ({ siteName }) => [{ ...attributes, siteName: otherCase(siteName) }],
		find: expectAnswer(403, isEmpty),
	},
	{
		id: 'v2 unknown site',
		says: '500 without a body',
		mark: 'L',
		questions: ({ siteName }) => [{ ...attributes, siteName: `${siteName}-no-such-site` }],
		find: expectAnswer(500, isEmpty),
	},
	{
		id: 'v2 wrong key',
		says: '401',
		mark: 'I',
		questions: () => [{ ...attributes, apiKey: '1_wrong' }],
		find: expectAnswer(401),
	},
	{
		id: 'v2 content type',
		says: 'application/json',
		mark: 'U',
		questions: () => [attributes],
		find: ([{ contentType }]) => ({
			found: contentType,
			agrees: contentType.startsWith('application/json'),
		}),
	},
	{
		id: 'v2 list of devices',
		says: 'GET /Device does not exist: 404',
		mark: 'L',
		questions: () => [{ api: 'v2', path: '/Device' }],
		find: expectAnswer(404),
	},
	{
		id: 'v2 suspended devices',
		says: '401 for every key, padded text',
		mark: 'L',
		questions: () => [{ api: 'v2', path: '/Device/SuspendedDevices' }],
		find: expectAnswer(401, ({ text }) => text.startsWith('Status Code: 401; Unauthorized')),
	},
	{
		id: 'v2 unknown device',
		says: '404',
		mark: 'L',
		questions: () => [{ api: 'v2', path: `/Device/2147483647/Location` }],
		find: expectAnswer(404),
	},
	{
		id: 'v2 undocumented list',
		says: 'GET /Devices is routed and answers 401',
		mark: 'L',
		questions: () => [{ api: 'v2', path: '/Devices' }],
		find: ([answer]) => ({ found: describe(answer), agrees: answer.status === 401 }),
	},
];
