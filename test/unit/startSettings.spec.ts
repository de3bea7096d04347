import { readStartSettings } from '../n8n/startSettings';

const real = { MIRADORE_SITE: 'own', MIRADORE_API_KEY: 'key' };

describe('npm start', () => {
	it('takes --once and a shape of locations', () => {
		expect(readStartSettings([], {})).toEqual({ once: false });
		expect(readStartSettings(['--once'], real)).toMatchObject({ once: true });
		expect(readStartSettings(['--locations', 'latLng', '--once'], {})).toEqual({
			once: true,
			locationShape: 'latLng',
		});
	});

	it.each<[string[], NodeJS.ProcessEnv, string]>([
		[['--locations', 'odd'], {}, "no shape 'odd' of locations, only these: plain, time, "],
		[['--locations', 'toString'], {}, "no shape 'toString'"],
		[['--locations'], {}, '--once and --locations'],
		[['--twice'], {}, '--once and --locations'],
		[['twice'], {}, '--once and --locations'],
		[['--locations', 'latLng'], real, 'for a simulated site'],
	])('refuses %j', (parameters, environment, message) => {
		expect(() => readStartSettings(parameters, environment)).toThrow(message);
	});
});
