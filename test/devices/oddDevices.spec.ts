import { americanDate, writeDefaultDate } from '../simulator/v1/dates';
import { encodings, naming } from '../simulator/v1/oddities';
import { useDevices } from './useDevices';

const { simulation, shown, getAll } = useDevices();

describe('Odd answers', () => {
	it.each([
		['a&#x1F;b', 'a b'],
		['\u000b', ''],
		['&#xD83D;&#xDE00;', '😀'],
		['R&D&nbsp;1', 'R&D\u00a01'],
	])('a device named %j hides no other', async (written, name) => {
		simulation.site.v1.rewrite = naming(written);
		const { success } = await getAll();
		expect(success.map(({ json }) => json.id)).toEqual(shown().map(({ id }) => id));
		expect(success[0].json.name).toBe(name);
	});

	it.each(Object.entries(encodings))('%s is read as it is', async (_, rewrite) => {
		const [device] = shown();
		const { name } = device;
		device.name = 'Jyväskylä';
		simulation.site.v1.rewrite = rewrite;
		const { success, error } = await getAll();
		device.name = name;
		expect(error).toBeUndefined();
		expect(success[0].json.name).toBe('Jyväskylä');
	});

	it.each([
		[writeDefaultDate, '2026-11-25 07:45:00', '2026-11-25T07:45:00'],
		[americanDate, '2026-11-25 19:45:00', '2026-11-25T19:45:00'],
		[americanDate, '2026-11-05 07:45:00', '11/5/2026 7:45:00 AM'],
	])('dates that were not asked for are read without a guess', async (dates, date, expected) => {
		const [device] = shown();
		const { lastReported } = device;
		device.lastReported = `${date}Z`;
		simulation.site.v1.dates = dates;
		const { success } = await getAll();
		device.lastReported = lastReported;
		expect(success[0].json.lastReported).toBe(expected);
	});

	it.each(['', '<ID>0</ID>', '<ID>x</ID>', '<ID>1</ID><ID>2</ID>', '<ID>-1</ID>', '<ID>1.5</ID>'])(
		'an item with the ID %j is no device, and that is told',
		async (id) => {
			simulation.site.v1.rewrite = (xml) => xml.toString().replace(/<ID>\d+<\/ID>/, id);
			const { success, hints } = await getAll();
			expect(success.map(({ json }) => json.id)).toEqual(
				shown()
					.slice(1)
					.map(({ id: one }) => one),
			);
			expect(hints.map(({ message }) => message)).toEqual([
				expect.stringContaining('items whose ID is no number'),
			]);
		},
	);
});
