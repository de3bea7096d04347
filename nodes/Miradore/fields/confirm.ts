import { UserError, type IDataObject } from 'n8n-workflow';
import type { Field } from '../execution/field';
import { toggle } from './toggle';

const label = "Confirm: Can't Be Undone";

/** The switch without which a command that can't be undone is refused, save where it is only shown. */
export const confirm: Field<boolean> = {
	...toggle({
		displayName: label,
		name: 'confirm',
		default: false,
		description: "Whether to send the command; while this is off, only 'Dry Run' works",
		hint: "While this is off, nothing is sent. The command can't be undone.",
	}),
	check: (isConfirmed, { options }) => {
		if (isConfirmed || (options as IDataObject).dryRun) return;
		throw new UserError(`'${label}' is off, so nothing was sent`, {
			description:
				"Turn it on in the node once you are sure what this is for. 'Dry Run' in 'Options' shows the request without it.",
		});
	},
};
