import { useFortyPhones } from './fortyPhones';

const forty = useFortyPhones();
const { simulation, publish, report, pollAfter, told } = forty;

// They have no mark, so that each poll asks them; in their turn more come to it than are asked side by side.
it.each([500, 503])(
	'Many devices that always fail with %i do not keep others from being told of',
	async (status) => {
		await publish({}, { maxParallelRequests: 2 });
		const failing = forty.fleet.filter(({ id }) => id < 30 && id % 5 !== 0);
		for (const { id } of failing)
			simulation.site.addFault({ path: `/Device/${id}/Location`, status });
		for (let polls = 0; polls < 20; polls++) await pollAfter(60);
		report(forty.fleet[38], 61);
		await pollAfter();
		expect(told()).toEqual([61]);
	},
);

it.each([401, 403, 302])('A device that always answers %i delays no others', async (status) => {
	await publish({}, { maxParallelRequests: 1 });
	const headers = { location: '/' };
	simulation.site.addFault({ path: '/Device/12/Location', status, headers });
	for (const device of forty.fleet) report(device, device.id);
	await pollAfter();
	const others = forty.fleet.map(({ id }) => id).filter((id) => id !== 12);
	expect(new Set(told())).toEqual(new Set(others));
});
