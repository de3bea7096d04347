import type { IDataObject } from 'n8n-workflow';
import { useSite } from '../core/site';
import { triggerOn } from './happenings';

const simulation = useSite();
const trigger = (watch: string[], parameters: IDataObject = {}) =>
	triggerOn(simulation.site, 'deviceChanged', { watch, ...parameters });

it('An attribute that the site does not know fails the poll with its name', async () => {
	const published = trigger(['osVersion'], { furtherAttributes: 'InvDevice.Colour' });
	await expect(published.activate()).rejects.toMatchObject({
		message: 'Miradore did not accept the request (400)',
		description: expect.stringContaining('Colour') as unknown,
	});
});

it.each<[string[], IDataObject, string]>([
	[[], {}, "'Watch' is empty"],
	[[['osVersion'] as unknown as string], {}, "'Watch' is not a list of what can be watched"],
	[
		['deviceName'],
		{ devices: 'filters', filters: { search: 'phone' } },
		"'Filters' and 'Watch' are both about 'Device Name'",
	],
	[
		['user'],
		{ devices: 'filters', filters: { search: 'anna' } },
		"'Filters' and 'Watch' are both about 'User'",
	],
	[['colour'], {}, "'Watch' is not a list of what can be watched"],
	[['osVersion'], { furtherAttributes: 'InvDevice.*' }, "'Further Attributes' can't watch"],
	[
		['onlineStatus'],
		{ devices: 'filters', filters: { onlineStatus: 'Active' } },
		"'Filters' and 'Watch' are both about 'Online Status'",
	],
])('%j with %j is refused before any request', async (watch, parameters, message) => {
	await expect(trigger(watch, parameters).activate()).rejects.toThrow(message);
	expect(simulation.site.requests).toEqual([]);
});
