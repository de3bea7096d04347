import { useDevices } from './useDevices';

const { simulation, devices, run, getAll } = useDevices();

describe('a large fleet', () => {
	it('is read page by page, each device once and in order', async () => {
		const { site } = simulation;
		const [pattern] = devices();
		const small = site.fleet.devices;
		site.fleet.devices = Array.from({ length: 1100 }, (_, index) => ({
			...pattern,
			status: 'Active' as const,
			id: 2 * index + 1,
		}));
		const { success } = await getAll();
		site.fleet.devices = small;
		expect(success.map(({ json }) => json.id)).toEqual(
			Array.from({ length: 1100 }, (_, index) => 2 * index + 1),
		);
		const asked = site.requests.map(({ query: { options, select } }) => [options, select === 'ID']);
		// Two pages, and a look between them whether a device was missed.
		expect(asked.filter(([, isCheck]) => isCheck)).toHaveLength(1);
		expect(asked).toHaveLength(3);
		expect(site.requests.every(({ query }) => query.orderby === 'ID')).toBe(true);
	});

	it('that gives the same page again and again is a failure', async () => {
		const page = `<Content><Items>${'<Device><ID>1</ID></Device>'.repeat(250)}</Items></Content>`;
		simulation.site.addFault({ status: 200, body: page });
		const { error } = await getAll();
		expect(error?.message).toBe('Miradore sent the same page of the list twice [item 0]');
		expect(simulation.site.requests.length).toBeLessThan(20);
	});
});

describe('a list without IDs', () => {
	const query = (count: string, times?: number) => {
		const page = `<Content><Items${count}>${'<Device><Platform>iOS</Platform></Device>'.repeat(250)}</Items></Content>`;
		simulation.site.addFault({ status: 200, body: page, times });
		return run('query', {
			resource: 'inventory',
			item: 'Device',
			select: 'Platform',
			returnAll: true,
		});
	};

	it('may have pages that look the same, as many as Miradore counts', async () => {
		const { success } = await query(' count="500"', 2);
		expect(success).toHaveLength(500);
	});

	it('comes to an end where Miradore counts nothing', async () => {
		const { error } = await query('');
		expect(error?.message).toBe('Miradore sent the same page of the list twice [item 0]');
	});
});
