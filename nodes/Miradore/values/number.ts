import { UserError } from 'n8n-workflow';

/** The largest ID that is taken for one of a device, a user or another thing: the largest int32 (miradore-api.md 1.3). */
export const largestId = 2 ** 31 - 1;

/**
 * Reads a whole number, also from text, as expressions and AI agents may give it.
 *
 * @param label the parameter's
 * @throws UserError that names the label for anything else, or a number out of bounds
 */
export function readWholeNumber(
	label: string,
	value: unknown,
	least: number,
	most: number,
): number {
	const number = typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : value;
	if (Number.isInteger(number) && Number(number) >= least && Number(number) <= most) {
		return Number(number);
	}
	throw new UserError(`'${label}' is not a whole number from ${least} to ${most}`, {
		description: 'Enter a whole number, or correct the expression that gives it.',
	});
}

/** What a text says whose form was looked at before: a number with a decimal point or a decimal comma. */
export function readDecimal(text: string): number {
	return Number(text.replace(',', '.'));
}
