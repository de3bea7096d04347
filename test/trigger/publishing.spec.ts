import type { IDataObject, WorkflowActivateMode } from 'n8n-workflow';
import { events } from '../../nodes/Miradore/trigger/events';
import { someOf } from '../core/random';
import { credentialOf, useSite } from '../core/site';
import { engines } from '../core/triggerSettings';
import { startSimulator, type SimulatedSite } from '../simulator';
import { day, hour, minute, useClock } from './clock';
import { happenings, happenTo, idsOf, picked, preparePhones, triggerOn, yard } from './happenings';

const simulation = useSite();
const clock = useClock();

let other: SimulatedSite;
beforeAll(async () => (other = await startSimulator({ siteName: 'other' })));
afterAll(() => other.stop());

it('Each event has its happening here', () => {
	expect(Object.keys(happenings).sort()).toEqual(events.map(({ value }) => value).sort());
});

/** What a person or n8n does after something has happened, and whether that is told then. */
interface Turn {
	mode: WorkflowActivateMode;
	/** The choices before. */
	from?: IDataObject;
	/** The choices after, where they are others. */
	to?: IDataObject;
	/** To another site with the same devices. */
	moves?: true;
	/** Only for events with areas. */
	needsAreas?: true;
	/** Only for events about devices. */
	needsDevices?: true;
	tells: boolean;
}

const filtered = (filters: IDataObject) => ({ devices: 'filters', filters });
const update = (from: IDataObject, to: IDataObject, tells = false): Turn => ({
	mode: 'update',
	...((from.devices || to.devices) && { needsDevices: true }),
	from,
	to,
	tells,
});
const slower = { options: { timeout: 30_000 } };
const turns: Record<string, Turn> = {
	'publishing after a pause': { mode: 'activate', tells: false },
	'publishing with another option': { mode: 'activate', to: slower, tells: false },
	'a restart of n8n': { mode: 'init', tells: true },
	'a change of leader': { mode: 'leadershipChange', tells: true },
	'an edit elsewhere': { mode: 'update', tells: true },
	'another option': update({}, slower, true),
	'another order of picked devices': update(picked(1, 2, 3), picked(3, 2, 1), true),
	'all devices in place of picked ones': update(picked(3), { devices: 'all' }),
	'a filter in place of all devices': update({}, filtered({ nameContains: 'Phone' })),
	'another filter': update(
		filtered({ nameContains: 'Phone 3' }),
		filtered({ nameContains: 'Phone' }),
	),
	'other picked devices': update(picked(3, 4), picked(1, 2)),
	'another area': {
		...update({}, { areas: { circle: [{ ...yard, radius: 6000 }] } }),
		needsAreas: true,
	},
	'another site': { mode: 'update', moves: true, tells: false },
};

const rows = Object.entries(turns).flatMap(([turn, { needsAreas, needsDevices }]) =>
	Object.entries(happenings)
		.filter(([, { parameters }]) => !needsAreas || parameters?.areas)
		.filter(([, { isAboutUsers }]) => !needsDevices || !isAboutUsers)
		.map(([event]): [string, string] => [event, turn]),
);

describe.each(engines)('In %s', (engine) => {
	it.each(someOf(rows, 40))('%s: %s', async (event, turn) => {
		const { mode, from, to, moves, tells } = turns[turn];
		const [one, two] = preparePhones(simulation.site, event, clock);
		const published = triggerOn(simulation.site, event, from, engine);
		await published.activate();
		clock.pass(5 * minute);
		await published.poll();
		expect(idsOf(published)).toEqual([]);

		clock.pass(2 * day);
		happenTo(simulation.site, event, one, clock);
		clock.pass(hour);
		const { settings } = published;
		Object.assign(settings.parameters, to);
		if (moves) settings.credential = credentialOf(other);
		Object.assign(other.fleet, simulation.site.fleet);
		await published.activate(mode);
		clock.pass(minute);
		await published.poll();
		await published.poll();
		expect(idsOf(published)).toEqual(tells ? [1] : []);

		happenTo(simulation.site, event, two, clock);
		clock.pass(minute);
		await published.poll();
		await published.poll();
		expect(idsOf(published)).toEqual(tells ? [1, 2] : [2]);
		expect(published.failures).toEqual([]);
	});
});
