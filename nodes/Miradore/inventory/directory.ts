import { UserError, type IDataObject } from 'n8n-workflow';
import { Clue, type Directory } from '../execution/directory';
import type { Site } from '../transport/site';
import { shorten } from '../values/entered';
import { fold } from '../values/fold';
import { groupBy } from '../values/groupBy';
import { escapeHtml } from '../values/html';
import { listSome } from '../values/listSome';
import { requestsForAny } from './anyOf';
import { simplifyDevice } from './device';
import { isDevice, isInUse } from './devices';
import { condition, queryRequest } from './query';
import { readAttribute } from './attribute';

/** What a look-up tells of devices among which it can't decide. */
const known = ['Status', 'Platform', 'InvDevice.DeviceName'];

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
		return byAttribute.flatMap((alike) => askFor(site, alike, attributes));
	},
	matches: ({ attribute, value }, item) =>
		isDevice(item) && readAttribute(item, attribute).some((found) => fold(found) === fold(value)),
	choose(clue, found) {
		const inUse = found.filter(isInUse);
		if (inUse.length === 1) return Number(inUse[0].ID);
		throw inUse.length === 0 ? foundNone(clue, found) : foundSeveral(clue, inUse);
	},
};

function askFor(site: Site, clues: Clue[], attributes: string[]) {
	const [{ attribute }] = clues;
	const select = [...new Set(['ID', ...known, attribute, ...attributes])];
	const parts = requestsForAny(site, queryRequest({ item: 'Device', select }), clues, conditionOf);
	return parts.map(({ wanted, request }) => ({ clues: wanted, request }));
}

function conditionOf({ label, attribute, value }: Clue): string {
	return condition(label, attribute, 'eq', value);
}

function foundNone(clue: Clue, retired: IDataObject[]): UserError {
	if (retired.length === 0) {
		return new UserError(`No device has ${phraseOf(clue)}`, {
			description: `Look the device up in Miradore's console, or choose it from the list. Upper and lower case don't matter.`,
		});
	}
	const ids = listSome(
		retired.map(({ ID }) => String(ID)),
		mostNamed,
	);
	return new UserError(`Only retired devices have ${phraseOf(clue)}`, {
		description: `Their IDs: ${ids}. 'Get Many' shows them with the option 'Include Retired'. If you mean one of them, choose 'By ID'.`,
	});
}

function foundSeveral(clue: Clue, found: IDataObject[]): UserError {
	const named = listSome(found.map(describe), mostNamed);
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
