import { allWatched, furtherWatched, watch } from '../../nodes/Miradore/fields/watch';
import { expectRefusal, refusalOf } from '../core/refusal';
import { surroundings } from './surroundings';

const attributes = (chosen: unknown, further: unknown = []) =>
	allWatched(
		watch.read(chosen, surroundings),
		Array.isArray(further) && further.length === 0
			? []
			: furtherWatched.read(further, surroundings),
	).map(({ attribute }) => attribute);

describe('What is watched', () => {
	it('stands in one order, whatever that of the choices was', () => {
		const sorted = ['OSVersionName', 'Status', 'Tag.Name', 'User.Email'];
		expect(attributes(['user', 'tags', 'status', 'osVersion'])).toEqual(sorted);
		expect(attributes(['osVersion', 'status', 'tags', 'user'])).toEqual(sorted);
		expect(attributes(['tags'], 'User.Email,OSVersionName,status')).toEqual([
			'OSVersionName',
			'status',
			'Tag.Name',
			'User.Email',
		]);
	});

	it('is each attribute once, by its label where it was chosen', () => {
		const all = allWatched(
			watch.read(['status'], surroundings),
			furtherWatched.read('STATUS, Client.Version', surroundings),
		);
		expect(all.map(({ label }) => label)).toEqual(['Client.Version', 'Status']);
	});

	it.each(['A', 'Client.Version', 'Security.Android.Rooted', 'InvSIM.IMEI2', 'A_b'])(
		'may be the attribute %s',
		(name) => expect(attributes([], name)).toEqual([name]),
	);

	it.each(['1A', 'A.', '.A', 'A..B', 'A.1', 'A b', 'A;B', 'A eq 1', '*', 'Client.*', 'A=B'])(
		'can not be %s',
		(name) => {
			expectRefusal(
				refusalOf(() => attributes([], name)),
				"'Further Attributes' can't watch ",
			);
		},
	);

	it.each([['nothing'], ['status', 'nothing'], 'status', [5], {}])(
		'can not be chosen as %j',
		(chosen) => {
			expectRefusal(
				refusalOf(() => attributes(chosen)),
				"'Watch' is not a list of what can be watched",
			);
		},
	);

	it('is something', () => {
		expectRefusal(
			refusalOf(() => attributes([])),
			"'Watch' is empty",
		);
	});
});
