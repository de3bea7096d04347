import type { INodeProperties } from 'n8n-workflow';
import { resources } from '../../nodes/Miradore/resources';
import { events } from '../../nodes/Miradore/trigger/events';
import { expectDevice } from '../contract/device';
import { expectOthers } from '../contract/others';
import { execute } from '../core/execute';
import { PublishedTrigger } from '../core/trigger';
import { useAgreeableSite } from '../faults/agreeableSite';

const { simulation } = useAgreeableSite();

const operations = resources.flatMap(({ value: resource, operations: all }) =>
	all.map((operation) => ({ resource, operation, name: `${resource} ${operation.value}` })),
);
type One = (typeof operations)[number];

const namesOf = (property: INodeProperties | undefined) =>
	((property?.options ?? []) as INodeProperties[]).map(({ name }) => name);
const optionsOf = ({ operation: { fields } }: One) => namesOf(fields.options?.property);
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

describe.each(events)('On $value', ({ value: event, fields }) => {
	const own = namesOf(fields.options.property);
	const left = [...all, ...events.flatMap((one) => namesOf(one.fields.options.property))]
		.filter((name) => !own.includes(name))
		.map((name) => [name, 'left over']);
	const publish = async (options: object) => {
		simulation.site.clearRequests();
		const areas = { circle: [{ name: 'Yard', center: '60.17, 24.94', radius: 500 }] };
		const parameters = { event, devices: 'all', areas, options };
		const trigger = new PublishedTrigger({ parameters, credential: simulation.credential });
		const error = await trigger.activate().then(
			() => trigger.failures[0],
			(failure: Error) => failure,
		);
		return { message: error?.message, sent: simulation.site.requests.length };
	};

	it('what other events left in Options is passed over', async () => {
		const usual = await publish({});
		expect(usual.sent).toBeGreaterThan(0);
		expect(await publish(Object.fromEntries(left) as object)).toEqual(usual);
	});

	it('what no event knows is refused', async () => {
		const { message, sent } = await publish({ askeveryhours: 1 });
		expect(message).toContain("'Options' has no 'askeveryhours'");
		expect(sent).toBe(0);
	});
});
