import { execute } from './core/execute';
import { useSite } from './core/site';

const simulation = useSite();

// What the node itself looks at is read by IDs: a site may give others, or the last one alone.
describe.each([{ ignoresFilters: true }, { alternatives: 'lastAlone' as const }])(
	'On a site with %j',
	(style) => {
		it('each application comes once, or an error says that devices are missing', async () => {
			const { site } = simulation;
			const { v1 } = site;
			const [first] = site.fleet.devices;
			site.fleet.devices = Array.from({ length: 60 }, (_, index) => ({
				...first,
				id: index + 1,
				status: 'Active' as const,
				tags: [],
				applications: [{ name: 'Kartta', version: '1', identifier: 'kartta' }],
			}));
			site.v1 = { ...v1, ...style };
			const { error, success } = await execute({
				parameters: {
					operation: 'getApplications',
					devices: 'filters',
					returnAll: true,
					filters: { tagIsNot: 'Loan' },
				},
				credential: simulation.credential,
			});
			site.v1 = v1;
			const ids = success?.map(({ json }) => json.deviceId) ?? [];
			if (error) expect(error.message).toContain("didn't give all devices");
			else expect(ids).toEqual(site.fleet.devices.map(({ id }) => id));
		});
	},
);
