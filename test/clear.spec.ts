import type { IDataObject } from 'n8n-workflow';
import { execute } from './core/execute';
import { useSite } from './core/site';

const simulation = useSite();
const deviceId = { __rl: true, mode: 'id', value: '2' };
const update = (updateFields: IDataObject, options: IDataObject = {}, json: IDataObject = {}) =>
	execute({
		parameters: { operation: 'update', deviceId, updateFields, options },
		items: [json],
		credential: simulation.credential,
	});
const bodies = () => simulation.site.requests.map(({ body }) => JSON.parse(body) as IDataObject);
const device = () => simulation.site.fleet.devices.find(({ id }) => id === 2)!;

const names = ['friendlyName', 'identifier', 'manufacturer', 'model', 'userEmailAddress'];

describe('Clear', () => {
	it.each(names)('empties %s and leaves the rest alone', async (name) => {
		const { error, success } = await update({ clear: [name] });
		expect(error).toBeUndefined();
		expect(success.map(({ json }) => json)).toMatchObject([{ success: true, deviceId: 2 }]);
		expect(bodies()).toEqual([{ [name]: '' }]);
	});

	it('takes the user away: API v1 shows none then', async () => {
		const { id: userId, email: userEmail } = [...simulation.site.fleet.users.values()][0];
		Object.assign(device(), { userId, userEmail });
		const { error } = await update({ clear: ['userEmailAddress'], model: 'iPad' });
		expect(error).toBeUndefined();
		expect(device()).toMatchObject({ userEmail: '', model: 'iPad' });
		const { success } = await execute({
			parameters: { operation: 'get', deviceId },
			credential: simulation.credential,
		});
		expect(success[0].json).toMatchObject({ userEmail: '', model: 'iPad' });
	});

	it('sends null where the site wants that', async () => {
		const { error } = await update({ clear: ['model'] }, { clearWith: 'null' });
		expect(error).toBeUndefined();
		expect(bodies()).toEqual([{ model: null }]);
		expect(device().model).toBe('');
	});

	it.each<[string, IDataObject, IDataObject, string]>([
		['nothing is chosen', { clear: [] }, {}, "'Clear' in 'Update Fields' is empty"],
		['an expression gives nothing', { clear: '={{ $json.no }}' }, {}, "'Clear' in 'Update Fields'"],
		['an expression gives no list', { clear: '={{ "model" }}' }, {}, "'Clear' in 'Update Fields'"],
		['a list is in the list', { clear: '={{ [["model"]] }}' }, {}, "'Clear' in 'Update Fields'"],
		['a name is unknown', { clear: ['status'] }, {}, "'Clear' in 'Update Fields'"],
		[
			'the field is set, too',
			{ clear: ['model'], model: 'iPad' },
			{},
			"'Model' is set and cleared",
		],
		[
			'the field has an expression that gives nothing',
			{ clear: ['model'], model: '={{ $json.no }}' },
			{},
			"'Model' is set and cleared",
		],
		[
			'a further field of the body is it',
			{ clear: ['userEmailAddress'] },
			{ additionalBodyFields: '{"userEmailAddress": "anna@example.com"}' },
			"'User Email' is set and cleared",
		],
	])('sends nothing where %s', async (_, fields, options, message) => {
		const { error } = await update(fields, options);
		expect(error?.message).toContain(message);
		expect(simulation.site.requests).toEqual([]);
	});

	it('is no accident: a field that is left empty, or whose expression gives nothing, clears nothing', async () => {
		const { error } = await update({
			model: '={{ $json.no }}',
			friendlyName: '',
			manufacturer: 'A',
		});
		expect(error).toBeUndefined();
		expect(bodies()).toEqual([{ manufacturer: 'A' }]);
		simulation.site.clearRequests();
		const { error: nothing } = await update({ model: '={{ $json.no }}' });
		expect(nothing?.message).toContain('Nothing is set');
		expect(simulation.site.requests).toEqual([]);
	});
});
