import { execute } from './core/execute';
import { useSite } from './core/site';

const simulation = useSite();

// Only If doesn't leave it to Miradore's filter which device an answer is about; Get does, and what
// comes behind it locks the device that came.
it('Get By ID gives no other device than the one that was asked for', async () => {
	simulation.site.addFault({
		path: '/API/Device',
		status: 200,
		body: '<Content><Items count="1"><Device><ID>13</ID></Device></Items></Content>',
	});
	const { success } = await execute({
		parameters: { operation: 'get', deviceId: { __rl: true, mode: 'id', value: '12' } },
		credential: simulation.credential,
	});
	expect(success).toEqual([]);
});
