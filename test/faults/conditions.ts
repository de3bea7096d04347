import type { LoggedRequest } from '../simulator';
import type { Slot } from './slots';

/** What a filter is about, by its name: attributes of API v1, or the parameter of API v2. */
const subjects: Record<string, string | string[]> = {
	category: 'Category.Name',
	emailContains: 'Email',
	encryption: 'Security.EncryptionStatus',
	endDate: 'endDate',
	hasApplication: 'InvApplication.Name',
	location: 'Location.Name',
	managementType: 'Client.ManagementType',
	modelContains: 'InvDevice.Model',
	nameContains: ['InvDevice.DeviceName', 'Name'],
	notReportedForDays: 'LastReportedDays',
	onlineStatus: 'OnlineStatus',
	organization: 'Organization.Name',
	osVersionContains: 'OSVersionName',
	passcodeSet: 'Security.PasscodeSet',
	platform: ['Platform', 'OSCategory'],
	startDate: 'startDate',
	status: 'Status',
	tag: 'Tag.Name',
	userEmail: 'User.Email',
};

/** The attributes that have to be read for filters that the node itself looks at. */
const looked: Record<string, string> = {
	createdAfter: 'Created',
	enrolledAfter: 'Enrollment.Completed',
	tagIsNot: 'Tag.Name',
};

/** Dates are sent in another spelling than they are entered in. */
const dates = ['startDate', 'endDate'];

/** An option of a collection, as an item sets it. */
interface Chosen {
	name: string;
	isGood: boolean;
	/** The value, or that of the locator. */
	value: unknown;
}

/** The filters of an item that its request does without, though they were set. */
export function droppedFilters(
	slots: Slot[],
	values: unknown[],
	request: LoggedRequest,
	usual: LoggedRequest,
): string[] {
	const [conditions, good] = [request, usual].map(conditionsOf);
	return optionsOf('filters', slots, values)
		.filter(({ isGood, name }) => {
			if (Object.hasOwn(looked, name)) {
				return !String(request.query.select).split(',').includes(looked[name]);
			}
			// No filter leaves devices out by 'ne': that is what is done without one.
			const isAbout = (condition: string) =>
				[subjects[name]]
					.flat()
					.some(
						(subject) =>
							condition.startsWith(`${subject} `) && !condition.startsWith(`${subject} ne `),
					);
			const found = conditions.find(isAbout);
			// Times of day count only with an option that may be hostile itself.
			const isSame = found === good.find(isAbout) || dates.includes(name);
			return !found || (isGood && !isSame);
		})
		.map(({ name, value }) => `${name} ${JSON.stringify(value)}: ${request.url}`);
}

/** The conditions of an item that its device doesn't meet. */
export function unmetConditions(slots: Slot[], values: unknown[]): string[] {
	return optionsOf('onlyIf', slots, values)
		.filter(({ isGood }) => !isGood)
		.filter(({ name, value }) => !isMet(name, textOf(value)))
		.map(({ name, value }) => `${name} ${JSON.stringify(value)}`);
}

/** Whether an item asks for an application that the device of the agreeable site doesn't have. */
export function findsNothing(slots: Slot[], values: unknown[]): boolean {
	return slots.some(
		({ name, collection }, index) =>
			name === 'applicationNameContains' &&
			collection === undefined &&
			!'kartta'.includes(String(values[index]).trim().toLowerCase()),
	);
}

/** What the device of the agreeable site has. */
const deviceValues: Record<string, string> = {
	category: 'Shared',
	managementType: 'AndroidDeviceOwner',
	name: 'Field phone 11',
	onlineStatus: 'Active',
	organization: 'Field Services',
	platform: 'Android',
	serialNumber: 'C02XK1AAJGH5',
	status: 'Active',
	tag: 'Field',
	userEmail: 'anna@example.com',
};

function isMet(condition: string, entered: string): boolean {
	const [, attribute, verb] = /^(.+?)(IsNot|Contains|DoesNotContain|)$/.exec(condition) ?? [];
	const [value, expected] = [deviceValues[attribute], entered].map((text) => text.toLowerCase());
	const isSo = verb.includes('Contain') ? value.includes(expected) : value === expected;
	return isSo !== verb.includes('Not');
}

function conditionsOf({ api, query }: LoggedRequest): string[] {
	if (api === 'v1') return String((query.filters as string | undefined) ?? '').split(' and ');
	return Object.entries(query).map(([name, value]) => `${name} ${String(value)}`);
}

function optionsOf(collection: Slot['collection'], slots: Slot[], values: unknown[]): Chosen[] {
	const own = slots.map((slot, index) => ({ ...slot, value: values[index] }));
	const of = own.filter((slot) => slot.collection === collection && slot.option !== undefined);
	return [...new Set(of.map(({ option }) => option as string))].map((name) => {
		const parts = of.filter(({ option }) => option === name);
		const [first] = parts;
		return {
			name,
			isGood: parts.every(({ good, value }) => Object.is(good, value)),
			value: (parts.find((part) => part.name === 'value') ?? first).value,
		};
	});
}

function textOf(value: unknown): string {
	const inner =
		typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
	return typeof inner === 'string' ? inner.trim() : JSON.stringify(inner);
}
