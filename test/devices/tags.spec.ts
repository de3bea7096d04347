import { useDevices } from './useDevices';

const { simulation, devices, run } = useDevices();

describe('Tags', () => {
	it('are added and removed', async () => {
		const [device] = devices();
		const deviceId = { __rl: true, mode: 'id', value: String(device.id) };
		const before = [...device.tags];
		const added = await run('addTag', { deviceId, tag: 'new / odd?' });
		expect(added.success.map(({ json }) => json)).toEqual([
			{ success: true, outcome: 'sent', deviceId: device.id },
		]);
		expect(device.tags).toEqual([...before, 'new / odd?']);
		const removed = await run('removeTag', { deviceId, tag: 'new / odd?' });
		expect(removed.error).toBeUndefined();
		expect(device.tags).toEqual(before);
		expect(simulation.site.requests.map(({ method, body }) => [method, body])).toEqual([
			['PUT', ''],
			['DELETE', ''],
		]);
	});

	it('need a name', async () => {
		const deviceId = { __rl: true, mode: 'id', value: '1' };
		const { error } = await run('addTag', { deviceId, tag: ' ' });
		expect(error?.message).toBe("'Tag' is empty [item 0]");
	});
});
