import { useTries } from './useTries';

const { simulation, lockDevices, sent } = useTries();

describe("n8n's 'Retry On Fail'", () => {
	it('shares what an earlier try sent with an item that could not be looked up then', async () => {
		const { platform } = simulation.site.fleet.devices[0];
		simulation.site.addFault({ path: '/API/Device', status: 404, times: 1 });
		const { success, error } = await lockDevices(
			[],
			{},
			{
				parameters: {
					operation: 'lock',
					deviceId: { __rl: true, mode: 'id', value: '1' },
					onlyIf: { platform: '={{ $json.platform }}' },
					options: { maxParallelRequests: 1, maxRetries: '={{ $json.retries }}' },
				},
				items: [
					{ platform, retries: 1 },
					{ platform, retries: 2 },
				],
			},
		);
		expect(error).toBeUndefined();
		expect(success.map(({ json }) => json.success)).toEqual([true, true]);
		expect(sent(1)).toBe(1);
	});

	it('looks again at a device that was skipped', async () => {
		const platforms = (...names: string[]) => {
			const devices = names.map(
				(name, index) => `<Device><ID>${index + 1}</ID><Platform>${name}</Platform></Device>`,
			);
			return `<Content><Items count="2">${devices.join('')}</Items></Content>`;
		};
		const lookUp = { path: '/API/Device', status: 200, times: 1 };
		simulation.site.addFault({ ...lookUp, body: platforms('Android', 'iOS') });
		simulation.site.addFault({ path: '/Device/2/Lock', status: 404, times: 1 });
		simulation.site.addFault({ ...lookUp, body: platforms('iOS', 'iOS') });
		await lockDevices(
			[1, 2],
			{},
			{
				parameters: {
					operation: 'lock',
					deviceId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
					onlyIf: { platform: 'iOS' },
					options: { maxParallelRequests: 1 },
				},
			},
		);
		expect(sent(1)).toBe(1);
	});

	it('reads again, for a read changes nothing', async () => {
		simulation.site.addFault({ path: '/Device/2/Location', status: 404, times: 1 });
		await lockDevices(
			[1, 2],
			{},
			{
				parameters: {
					operation: 'getLocations',
					deviceId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
				},
			},
		);
		expect(
			simulation.site.requests.filter(({ path }) => path === '/Device/1/Location'),
		).toHaveLength(2);
	});
});
