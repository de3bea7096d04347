import type { IDataObject } from 'n8n-workflow';
import { execute } from '../core/execute';
import { useSite } from '../core/site';

const simulation = useSite();

const batch = (parameters: IDataObject, items: IDataObject[]) =>
	execute({
		parameters: { resource: 'user', operation: 'batch', ...parameters },
		items,
		credential: simulation.credential,
	});

// Batch takes the options of the first item for all: the user for whom Dry Run is on is sent, too.
it('User Batch sends no user for whom Dry Run is on', async () => {
	await batch({ userJson: '={{ $json }}', options: { dryRun: '={{ $json.dry }}' } }, [
		{ name: 'Anna', dry: false },
		{ name: 'Ben', dry: true },
	]);
	expect(simulation.site.requests.map(({ body }) => body).join()).not.toContain('Ben');
});

// A user of whom an expression gives nothing goes along as an empty or another thing.
it.each(['={{ {} }}', '={{ [] }}', '={{ new Date() }}', '={{ { name: $json.missing } }}'])(
	'User Batch refuses %s',
	async (userJson) => {
		const { error } = await batch({ userJson }, [{}]);
		expect(simulation.site.requests.map(({ body }) => body)).toEqual([]);
		expect(error?.message).toContain('User (JSON)');
	},
);
