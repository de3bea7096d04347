import type { INodeProperties } from 'n8n-workflow';
import { resources } from '../../nodes/Miradore/resources';
import { expectDevice } from '../contract/device';
import { expectOthers } from '../contract/others';
import { execute } from '../core/execute';
import { useAgreeableSite } from '../faults/agreeableSite';

const { simulation } = useAgreeableSite();

const operations = resources.flatMap(({ value: resource, operations: all }) =>
	all.map((operation) => ({ resource, operation, name: `${resource} ${operation.value}` })),
);
type One = (typeof operations)[number];

const optionsOf = ({ operation: { fields } }: One) =>
	((fields.options?.property.options ?? []) as INodeProperties[]).map(({ name }) => name);
const all = new Set(operations.flatMap(optionsOf));

/** Runs it with an option beside those that it is tried with; gives what was sent. */
async function run({ resource, operation, name }: One, extra: object) {
	const { site, credential } = simulation;
	const [expected] = { ...expectDevice(site), ...expectOthers(site) }[name];
	const options = { ...(expected.parameters.options as object), ...extra };
	const parameters = { resource, operation: operation.value, ...expected.parameters, options };
	site.clearRequests();
	const { error } = await execute({ parameters, credential });
	return { message: error?.message, sent: site.requests.map(({ method, url }) => [method, url]) };
}

// The editor keeps what was added for one operation when another one is chosen, and shows none of it.
describe.each(operations)('$name', (one) => {
	if (!one.operation.fields.options) return;
	const others = [...all].filter((name) => !optionsOf(one).includes(name));

	it('passes over what other operations left in Options', async () => {
		const harmless = others.filter((name) => name !== 'maximumDevices');
		const left = Object.fromEntries(harmless.map((name) => [name, 'left over']));
		const usual = await run(one, {});
		expect(usual.message).toBeUndefined();
		expect(await run(one, left)).toEqual(usual);
	});

	it('refuses a limit of devices that it does not keep', async () => {
		if (one.operation.effect === 'read' || !others.includes('maximumDevices')) return;
		const { message, sent } = await run(one, { maximumDevices: 1 });
		expect(message).toContain("'Options' has no 'maximumDevices'");
		expect(sent).toEqual([]);
	});

	it('refuses what no operation knows', async () => {
		const { message, sent } = await run(one, { dryrun: true });
		expect(message).toContain("'Options' has no 'dryrun'");
		expect(sent).toEqual([]);
	});
});
