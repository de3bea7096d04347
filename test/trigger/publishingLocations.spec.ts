import type { IDataObject } from 'n8n-workflow';
import { PublishedTrigger } from '../core/trigger';
import { hour, minute } from './clock';
import { useFivePhones } from './fivePhones';
import { idsOf } from './happenings';

const { simulation, clock, reportAll, trigger } = useFivePhones();

describe('Publishing', () => {
	it.each<[string, IDataObject, string]>([
		['a wrong key', { apiKey: '1_wrong' }, 'Miradore refused the API key (401)'],
		['an unknown site', { siteName: 'nobody' }, 'Miradore knows no site of this name'],
		['a site name with a slash', { siteName: 'a/b' }, "'Site Name' in the Miradore credential"],
	])('fails for %s, and says why', async (_case, credential, message) => {
		const published = trigger({}, credential);
		await expect(published.activate()).rejects.toThrow(message);
		expect(published.saved).toBe('{}');
	});

	it.each([
		[503, 'Miradore is not available'],
		[404, "Miradore does not find these of 'Picked Devices': 2"],
	])('fails for a picked device that is answered with %i', async (status, message) => {
		simulation.site.addFault({ path: '/Device/2/Location', status });
		const device = [1, 2].map((value) => ({ deviceId: { __rl: true, mode: 'id', value } }));
		const published = new PublishedTrigger({
			parameters: {
				event: 'locationReported',
				devices: 'picked',
				pickedDevices: { device },
				options: { maxRetries: 0 },
			},
			credential: simulation.credential,
		});
		await expect(published.activate()).rejects.toThrow(message);
		expect(published.saved).toBe('{}');
	});

	it('works where some of all devices cannot be read, and tells their locations later', async () => {
		simulation.site.addFault({ path: '/Device/2/Location', status: 503 });
		const published = trigger();
		await published.activate();
		simulation.site.clearFaults();
		clock.pass(minute);
		reportAll(61);
		await published.poll();
		expect(idsOf(published)).toEqual([1, 2, 3, 4, 5]);
	});

	it('again goes on where it was', async () => {
		const published = trigger();
		await published.activate();
		clock.pass(hour);
		reportAll(61);
		await published.activate('init');
		await published.poll();
		expect(idsOf(published)).toEqual([1, 2, 3, 4, 5]);
	});
});
