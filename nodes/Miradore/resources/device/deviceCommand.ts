import { defineOperation, type Fields, type Operation } from '../../execution/operation';
import type { Field } from '../../execution/field';
import { device } from '../../fields/device';
import { onlyIf } from '../../fields/onlyIf';
import { commandOptions } from '../../fields/options';
import { maximumDevices } from '../../fields/protection';
import { onlyIfGuard } from '../../inventory/conditions';

type CommandFields<F extends Fields> = F & {
	deviceId: typeof device;
	onlyIf: typeof onlyIf;
	options: ReturnType<typeof commandOptions>;
};

/** A command about one device, without what all of them have in common. */
interface DeviceCommand<F extends Fields>
	extends Omit<Operation<CommandFields<F>>, 'effect' | 'guard' | 'fields'> {
	/** Shown between 'Device' and 'Only If'. */
	fields?: F;
	/** In 'Options', beside those of all commands. */
	options?: Field[];
}

/** Makes an operation of a command about one device, with 'Only If' and 'Maximum Devices'. */
export function defineDeviceCommand<F extends Fields = Record<never, Field>>({
	fields,
	options = [],
	...command
}: DeviceCommand<F>): Operation {
	return defineOperation<Fields>({
		...(command as unknown as Omit<Operation, 'fields' | 'effect'>),
		effect: 'command',
		fields: {
			deviceId: device,
			...fields,
			onlyIf,
			options: commandOptions([...options, maximumDevices]),
		},
		guard: onlyIfGuard as unknown as Operation['guard'],
	});
}
