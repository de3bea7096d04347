import { readStartSettings } from '../n8n/startSettings';

const real = { MIRADORE_SITE: 'own', MIRADORE_API_KEY: 'key' };

describe('npm start', () => {
	it('takes --once, a shape of locations and a style of lists', () => {
		expect(readStartSettings([], {})).toEqual({ once: false });
		expect(readStartSettings(['--once'], real)).toMatchObject({ once: true });
		expect(readStartSettings(['--locations', 'latLng', '--once'], {})).toEqual({
			once: true,
			locationShape: 'latLng',
		});
		const both = ['--lists', 'emptyLists', '--locations', 'latLng'];
		expect(readStartSettings(both, {})).toEqual({
			once: false,
			locationShape: 'latLng',
			listStyle: 'emptyLists',
		});
	});

	it.each(['--help', '-h'])('lists its options for %s, a line each', (parameter) => {
		const { help } = readStartSettings([parameter, '--once'], { MIRADORE_SITE: 'own' });
		const lines = help?.split('\n') ?? [];
		for (const option of ['--once', '--locations <shape>', '--lists <style>', '--help']) {
			expect(lines.filter((line) => line.trim().startsWith(option))).toHaveLength(1);
		}
		expect(help).toContain('latLng');
		expect(help).toContain('emptyLists');
		for (const name of ['MIRADORE_SITE', 'MIRADORE_API_KEY', 'MIRADORE_BASE_URL']) {
			expect(help).toContain(name);
		}
		expect(readStartSettings([], {}).help).toBeUndefined();
	});

	it.each<[string[], NodeJS.ProcessEnv, string]>([
		[['--locations', 'odd'], {}, "no shape 'odd' of locations, only these: plain, time, "],
		[['--locations', 'toString'], {}, "no shape 'toString'"],
		[['--locations'], {}, '--once, --locations'],
		[['--lists', 'odd'], {}, "no style 'odd' of lists, only these: plain, pagesOf100, "],
		[['--lists', 'toString'], {}, "no style 'toString'"],
		[['--lists'], {}, '--lists with that of a style'],
		[['--lists', 'plain'], real, '--lists is for a simulated site'],
		[['--twice'], {}, '--once, --locations'],
		[['twice'], {}, '--once, --locations'],
		[['--locations', 'latLng'], real, 'for a simulated site'],
	])('refuses %j', (parameters, environment, message) => {
		expect(() => readStartSettings(parameters, environment)).toThrow(message);
	});
});
