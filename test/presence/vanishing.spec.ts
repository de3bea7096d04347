import type { IDataObject } from 'n8n-workflow';
import { execute } from '../core/execute';
import { useSite } from '../core/site';

const simulation = useSite();
const deviceId = { __rl: true, mode: 'id', value: '1' };

const run = (parameters: IDataObject, items: IDataObject[] = [{}]) =>
	execute({ parameters: { deviceId, ...parameters }, items, credential: simulation.credential });

async function isRefused(parameters: IDataObject, label: string, items?: IDataObject[]) {
	const { error, success } = await run(parameters, items);
	expect(simulation.site.requests.map(({ method, path, body }) => [method, path, body])).toEqual(
		[],
	);
	expect(success).toEqual([]);
	expect(error?.message).toContain(label);
}

// A guard whose expression gives a thing of the wrong kind vanishes, and the device is locked: objects
// without names of their own pass as a collection to which nothing was added.
describe('A collection whose expression gives an object that is none', () => {
	const wrong = ['={{ new Date() }}', '={{ new Map([["platform", "iOS"]]) }}', '={{ /x/ }}'];

	it.each(wrong)('is refused as Only If: %s', (onlyIf) =>
		isRefused({ operation: 'lock', onlyIf }, 'Only If'),
	);
	it.each(wrong)('is refused as Options, where Maximum Devices and Dry Run are: %s', (options) =>
		isRefused({ operation: 'lock', options }, 'Options'),
	);
	it.each(wrong)('is refused as Filters: %s', (filters) =>
		isRefused({ operation: 'getAll', filters }, 'Filters'),
	);
});

// n8n drops what is undefined on the way between nodes: a condition that found nothing arrives as none.
describe('A collection whose expression gives an object without anything in it', () => {
	const empty = ['={{ $json.c }}', '={{ {} }}', '={{ ({ platform: undefined }) }}'];
	const isRefusedFor = (parameters: IDataObject, label: string) =>
		isRefused(parameters, `'${label}'`, [{ c: {} }]);

	it.each(empty)('is refused as Only If: %s', (onlyIf) =>
		isRefusedFor({ operation: 'wipe', confirm: true, onlyIf }, 'Only If'),
	);
	it.each(empty)('is refused as Options: %s', (options) =>
		isRefusedFor({ operation: 'lock', options }, 'Options'),
	);
	it.each(empty)('is refused as Filters: %s', async (filters) => {
		await isRefusedFor({ operation: 'getAll', filters }, 'Filters');
		await isRefusedFor({ operation: 'getLocations', filters }, 'Filters');
	});
	it.each(empty)('is refused as Additional Body Fields: %s', (additionalBodyFields) =>
		isRefusedFor(
			{ operation: 'wipe', confirm: true, options: { additionalBodyFields } },
			'Additional Body Fields',
		),
	);
});

// What the user put into the body and gave nothing isn't sent, and the wipe goes out without it.
describe('A body field whose expression gives nothing', () => {
	const wipe = { operation: 'wipe', confirm: true };
	const withBody = (additionalBodyFields: string | object) => ({
		...wipe,
		options: { additionalBodyFields },
	});

	it.each<string | object>([
		'={{ { keepEsim: $json.missing } }}',
		'={{ { a: { keepEsim: $json.missing } } }}',
		{ keepEsim: '={{ $json.missing }}' },
		'={{ { keepEsim: () => true } }}',
		'={{ { keepEsim: NaN } }}',
		'={{ { until: DateTime.fromISO("x") } }}',
		'={{ { until: DateTime.fromISO("x").toString() } }}',
	])('is refused: %j', (fields) => isRefused(withBody(fields), 'Additional Body Fields'));

	it.each(['={{ new Date() }}', '={{ new Map([["keepEsim", true]]) }}'])(
		'is refused where the whole is no JSON object: %s',
		(fields) => isRefused(withBody(fields), 'Additional Body Fields'),
	);
});

// Half of a list is sent as if it were the whole.
describe('A list in which an expression gives nothing or a thing of the wrong kind', () => {
	it.each(['={{ ["Sales", $json.missing] }}', '={{ ["Sales", { name: "Field" }] }}'])(
		'is refused: %s',
		(tags) =>
			isRefused(
				{
					resource: 'userTag',
					operation: 'add',
					user: { __rl: true, mode: 'id', value: '5' },
					tags,
				},
				'Tags',
			),
	);
});

// The option's own default is {}: adding it puts the phone into Lost Mode without a word for its finder.
it('Lost Mode without message and phone number is refused, also with an empty additional body', () =>
	isRefused(
		{
			operation: 'enableLostMode',
			message: '={{ $json.missing }}',
			options: { additionalBodyFields: '{}' },
		},
		"'Message' and 'Phone Number' are both empty",
	));
