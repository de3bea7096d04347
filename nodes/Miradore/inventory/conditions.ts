import type { IDataObject } from 'n8n-workflow';
import type { Guard } from '../execution/directory';
import { fold } from '../values/fold';
import { isUnclear, readAttribute } from './attribute';

/** What has to be true of a device, in terms of API v1 (miradore-api.md 5.6). */
export interface DeviceCondition {
	/** The label of the attribute, such as `Platform`. */
	label: string;
	/** Such as `Client.ManagementType`. */
	attribute: string;
	/** Compared by {@link fold}. */
	expected: string;
	/** Whether a part of the value is enough. */
	isPart?: true;
	/** Whether it must not be so. */
	isNot?: true;
	/** Whether a device may be without it, such as a tag; else a missing value is one that isn't known. */
	mayBeMissing?: true;
}

/** Lets only those commands through for whose device all conditions are true. */
export const onlyIfGuard: Guard<{ onlyIf: DeviceCondition[] }> = {
	attributes: ({ onlyIf }) => onlyIf.map(({ attribute }) => attribute),
	findMismatch: ({ onlyIf }, device) => {
		if (!device) return 'API v1 lists no such device';
		return onlyIf.map((condition) => whyNot(condition, device)).find(Boolean);
	},
};

function whyNot(condition: DeviceCondition, device: IDataObject): string | undefined {
	const { label, attribute, expected, isPart, isNot, mayBeMissing } = condition;
	const found = readAttribute(device, attribute);
	const text = found.join(', ');
	const isSo = found.some((value) => {
		const [one, other] = [fold(value), fold(expected)];
		return isPart ? one.includes(other) : one === other;
	});
	const isUnknown = isNot && isUnclear(device, attribute);
	if (isUnknown || (found.length === 0 && !(isNot && mayBeMissing))) return `${label} is not known`;
	if (isSo !== Boolean(isNot)) return undefined;
	return isNot
		? `${label} is ${text}`
		: `${label} is ${text}, ${isPart ? `without ${expected}` : `not ${expected}`}`;
}
