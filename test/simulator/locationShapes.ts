import type { Reply } from './reply';
import { commaDecimals, oddLocations, places, type ElementShape } from './locationElements';
import { times } from './locationTimes';
import type { SimulatedFix } from './tracks';

/** A way in which Miradore might send locations; none of them was observed but the bare empty list. */
export interface LocationShape extends ElementShape {
	/** Only the newest so many locations are sent; all where left out. */
	keeps?: number;
	/** The body; a bare list where left out. */
	body?(elements: unknown[]): Reply['body'];
	/** That the body stands for no locations, or can't be understood; a list where left out. */
	list?: 'none' | 'refused';
}

const wrapped = (name: string): LocationShape => ({ body: (list) => ({ [name]: list }) });

const lists: Record<string, LocationShape> = {
	inValue: wrapped('value'),
	inItems: wrapped('items'),
	inData: wrapped('data'),
	inLocations: { body: (list) => ({ Count: list.length, Locations: list }) },
	inUnknownName: wrapped('deviceHistory'),
	inDataWithin: { body: (list) => ({ d: { results: list } }) },
	besideErrors: { body: (list) => ({ success: true, data: list, errors: [] }) },
	jsonText: { body: (list) => JSON.stringify(JSON.stringify(list)) },
	jsonTextWithin: { body: (list) => ({ d: JSON.stringify(list) }) },
	featureCollection: {
		...places.feature,
		body: (features) => ({ type: 'FeatureCollection', features }),
	},
	oneAlone: { keeps: 1, body: ([one]) => (one as object | undefined) ?? 'null' },
	shortHistory: { keeps: 1 },
	null: { body: () => 'null', list: 'none' },
	emptyBody: { body: () => '', list: 'none' },
	emptyObjectList: { body: () => ({ value: [] }), keeps: 0 },
	twoLists: { body: (list) => ({ current: list, previous: list }), list: 'refused' },
	noList: { body: () => ({ message: 'No <b>access</b>' }), list: 'refused' },
	emptyWithError: { body: () => ({ error: 'No plan', value: [] }), list: 'refused' },
	textBody: { body: () => 'OK', list: 'refused' },
	webPage: { body: () => '<html><body>Sign in</body></html>', list: 'refused' },
	cutJson: { body: (list) => JSON.stringify(list).slice(0, -9), list: 'refused' },
};

/** All by name; what is special about each stands in the table of miradore-api.md 2. */
export const locationShapes: Record<string, LocationShape> = {
	plain: {},
	...times,
	...places,
	commaDecimals,
	...lists,
	...oddLocations,
};

/** What is sent of locations, in the order given. */
export function writeLocations(fixes: SimulatedFix[], shape: LocationShape): unknown[] {
	const newest = [...fixes].sort((one, other) => moment(other) - moment(one)).slice(0, shape.keeps);
	const kept = fixes.filter((fix) => shape.keeps === undefined || newest.includes(fix));
	return kept.map((fix, index) => (shape.element ? shape.element(fix, index) : fix));
}

/** The answer to a request for locations. */
export function answerLocations(fixes: SimulatedFix[], shape: LocationShape): Reply {
	const elements = writeLocations(fixes, shape);
	return { status: 200, body: shape.body ? shape.body(elements) : elements };
}

function moment({ timestamp }: SimulatedFix): number {
	return Date.parse(timestamp);
}
