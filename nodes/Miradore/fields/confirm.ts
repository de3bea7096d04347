import { UserError } from 'n8n-workflow';
import type { Field } from '../execution/field';
import { toggle } from './toggle';

const label = "Confirm: Can't Be Undone";

const understood = toggle({
	displayName: label,
	name: 'confirm',
	default: false,
	description: 'Whether to send the command; nothing is sent while this is off',
	hint: "While this is off, nothing is sent. The command can't be undone.",
});

/** The switch without which a command that can't be undone is refused. */
export const confirm: Field<true> = {
	property: understood.property,
	read: (value, surroundings) => {
		if (understood.read(value, surroundings)) return true;
		throw new UserError(`'${label}' is off, so nothing was sent`, {
			description: 'Turn it on in the node once you are sure what this is for',
		});
	},
};
