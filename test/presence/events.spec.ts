import type { IDataObject } from 'n8n-workflow';
import { events } from '../../nodes/Miradore/trigger/events';
import { PublishedTrigger } from '../core/trigger';
import { triesAll } from '../core/random';
import { useSite } from '../core/site';
import { chooseKind, nothing } from './nothing';
import { fillParameters } from './fillParameters';
import { findPlaces, put } from './places';

const simulation = useSite();
const geoJson = '{"type":"Polygon","coordinates":[[[24,60],[25,60],[25,61],[24,60]]]}';
const known = {
	areas: {
		circle: [{ name: 'Yard', center: '60.17, 24.94', radius: 500 }],
		polygon: [{ name: 'Park', geoJson }],
	},
};

/** Publishes the trigger; gives what keeps it from that. */
const publish = async (parameters: IDataObject): Promise<Error | undefined> => {
	const trigger = new PublishedTrigger({ parameters, credential: simulation.credential });
	return trigger.activate().then(
		() => trigger.failures[0],
		(error: Error) => error,
	);
};

let tried = 0;
afterAll(() =>
	console.info(`${tried} parameters of the trigger that an expression made nothing of`),
);

const cases = events.flatMap((event) =>
	['all', 'filters', 'picked'].map((devices) => ({ event, name: event.value, devices })),
);

describe.each(cases)('$name of $devices', ({ event, devices }) => {
	const hidden = { filters: devices !== 'filters', pickedDevices: devices !== 'picked' };
	const prepare = () => {
		const filled = fillParameters(event.fields, known);
		const shown = Object.entries(filled).filter(([name]) => !hidden[name as keyof typeof hidden]);
		const fields = Object.fromEntries(shown.map(([name]) => [name, event.fields[name]]));
		const parameters = { ...Object.fromEntries(shown), devices } as IDataObject;
		return {
			parameters: { event: event.value, ...parameters },
			places: findPlaces(fields, parameters),
		};
	};

	it('can be published', async () => {
		expect(await publish(prepare().parameters)).toBeUndefined();
		expect(simulation.site.requests.length).toBeGreaterThan(0);
	});

	it('asks for nothing where an expression gives nothing, and says which', async () => {
		const { parameters, places } = prepare();
		for (const place of places) {
			const kinds = Object.entries(nothing);
			for (const [kind, expression] of triesAll ? kinds : [chooseKind(kinds)]) {
				tried += 1;
				simulation.site.clearRequests();
				const error = await publish(put(parameters, place.path, `={{ ${expression} }}`));
				const where = `${place.path.join('.')} with ${kind}`;
				const [name] = place.path;
				const labels = [place.label, event.fields[name]?.property.displayName];
				const isNamed = labels.some((label) => error?.message.includes(`'${label.split(' (')[0]}`));
				expect([where, isNamed, error?.message]).toEqual([where, true, expect.any(String)]);
				expect([where, simulation.site.requests]).toEqual([where, []]);
			}
		}
	});
});
