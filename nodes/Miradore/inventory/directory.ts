import { UserError, type IDataObject } from 'n8n-workflow';
import { Clue, type Directory } from '../execution/directory';
import { largestPage, inOrder, pageOf } from '../transport/listRequest';
import type { ApiRequest } from '../transport/request';
import { addressOf, type Site } from '../transport/site';
import { shorten } from '../values/entered';
import { groupBy } from '../values/groupBy';
import { escapeHtml } from '../values/html';
import { simplifyDevice } from './device';
import { isDevice, isInUse } from './devices';
import { condition, queryRequest } from './query';
import { valuesOf } from './attributes';

/** What a look-up tells of devices among which it can't decide. */
const known = ['Status', 'Platform', 'InvDevice.DeviceName'];

/** The longest address with the key in it: servers and proxies may refuse longer ones. */
const longestAddress = 2000;

const mostNamed = 20;

/**
 * The devices of API v1, looked up by the values of one attribute at a time, joined by `or`: how it
 * binds beside `and` isn't known (miradore-api.md 5.3). So retired devices come, too, and are told apart
 * here.
 */
export const deviceDirectory: Directory = {
	clueOf: (id) => new Clue('id', 'ID', 'ID', String(id)),
	requestsFor(site, clues, attributes) {
		const byAttribute = groupBy(clues, ({ attribute }) => attribute);
		return byAttribute.flatMap((alike) => chunk(site, alike, attributes));
	},
	matches: ({ attribute, value }, item) =>
		isDevice(item) &&
		valuesOf(item, attribute).some((found) => found.toLowerCase() === value.toLowerCase()),
	choose(clue, found) {
		const inUse = found.filter(isInUse);
		if (inUse.length === 1) return Number(inUse[0].ID);
		throw inUse.length === 0 ? foundNone(clue, found) : foundSeveral(clue, inUse);
	},
};

/** As many clues of one attribute together as an address takes. */
function chunk(site: Site, clues: Clue[], attributes: string[]) {
	const sizeOf = (clue: Clue) => encodeURIComponent(` or ${conditionOf(clue)}`).length;
	const [first] = clues;
	const room = longestAddress - lengthOf(site, requestFor([first], attributes)) + sizeOf(first);
	const chunks: Clue[][] = [];
	let left = 0;
	for (const clue of clues) {
		if (chunks.length === 0 || sizeOf(clue) > left) {
			chunks.push([]);
			left = room;
		}
		chunks[chunks.length - 1].push(clue);
		left -= sizeOf(clue);
	}
	return chunks.map((part) => ({ clues: part, request: requestFor(part, attributes) }));
}

function requestFor(clues: Clue[], attributes: string[]): ApiRequest {
	const [{ attribute }] = clues;
	const select = [...new Set(['ID', ...known, attribute, ...attributes])];
	return queryRequest({
		item: 'Device',
		select,
		filters: [clues.map(conditionOf).join(' or ')],
	});
}

function conditionOf({ label, attribute, value }: Clue): string {
	return condition(label, attribute, 'eq', value);
}

/** How many characters the address of a page has, with the key. */
function lengthOf(site: Site, request: ApiRequest): number {
	const address = addressOf(site, pageOf(inOrder(request), largestPage, 1));
	return `${address}&auth=${encodeURIComponent(site.apiKey)}`.length;
}

function foundNone(clue: Clue, retired: IDataObject[]): UserError {
	if (retired.length === 0) {
		return new UserError(`No device has ${phraseOf(clue)}`, {
			description: `Look the device up in Miradore's console, or choose it from the list. Upper and lower case don't matter.`,
		});
	}
	const ids = listed(retired.map(({ ID }) => String(ID)));
	return new UserError(`Only retired devices have ${phraseOf(clue)}`, {
		description: `Their IDs: ${ids}. 'Get Many' shows them with the option 'Include Retired'. If you mean one of them, choose 'By ID'.`,
	});
}

function foundSeveral(clue: Clue, found: IDataObject[]): UserError {
	const named = listed(found.map(describe));
	const all =
		clue.by === 'userEmail'
			? " For all devices of a person, put the operation 'Get Many' with the filter 'User Email' in front."
			: '';
	return new UserError(`${found.length} devices have ${phraseOf(clue)}`, {
		description: `Choose one of them 'By ID': ${named}.${all}`,
	});
}

/** Such as `the serial number C02XK1AAJGH5`. */
function phraseOf({ label, value }: Clue): string {
	const words = label.replace(/[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase());
	return `the ${words} ${shorten(value)}`;
}

/** Such as `5: iPad Air of Lana (iOS, Active)`. */
function describe(device: IDataObject): string {
	const { id, name, platform } = simplifyDevice(device);
	return escapeHtml(
		`${String(id)}: ${String(name)} (${String(platform)}, ${String(device.Status)})`,
	);
}

function listed(texts: string[]): string {
	return texts.slice(0, mostNamed).join(', ') + (texts.length > mostNamed ? ', …' : '');
}
