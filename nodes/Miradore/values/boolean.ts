import { UserError } from 'n8n-workflow';

/**
 * Reads a switch, also from text, as expressions and AI agents may give it.
 *
 * @param label the parameter's
 * @throws UserError that names the label for anything else, for a guess could be the wrong one
 */
export function readBoolean(label: string, value: unknown): boolean {
	if (value === true || value === 'true') return true;
	if (value === false || value === 'false') return false;
	throw new UserError(`'${label}' is neither true nor false`, {
		description: 'Use the switch, or an expression that gives true or false.',
	});
}
