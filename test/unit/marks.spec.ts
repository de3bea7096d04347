import type { IDataObject } from 'n8n-workflow';
import { isWithoutLocation, markOf } from '../../nodes/Miradore/trigger/marks';

const LastReported = '2026-11-20 12:00:00';
const place = { Latitude: '60.1', Longitude: '24.9', FixTime: '2026-11-20 11:59:00' };
const markIn = (ReportedLocation: unknown, reported = LastReported) =>
	markOf({ LastReported: reported, ReportedLocation } as IDataObject);

describe('The mark of a device in the list', () => {
	it.each([
		['the report is another', markIn(place, '2026-11-20 12:01:00')],
		['the place is another', markIn({ ...place, Longitude: '24.8' })],
		['the time of the location is another', markIn({ ...place, FixTime: '2026-11-20 11:58:00' })],
		['there is one more location', markIn([place, place])],
		['there is no location', markIn(undefined)],
		['the location is a text', markIn('60.1, 24.9')],
	])('is another one where %s', (_name, mark) => {
		expect(mark).not.toBe(markIn(place));
	});

	it('tells two texts apart', () => {
		expect(markIn('60.1, 24.9')).not.toBe(markIn('60.1, 24.8'));
	});

	it.each([
		['in another order', Object.fromEntries(Object.entries(place).reverse())],
		['in a third order', { FixTime: place.FixTime, Latitude: '60.1', Longitude: '24.9' }],
		['with empty fields', { City: '', ...place, Country: '' }],
		['as a list of one', [place]],
	])('is the same where the location comes %s', (_name, location) => {
		expect(markIn(location)).toBe(markIn(place));
	});

	it.each([
		[true, undefined],
		[true, ''],
		[true, {}],
		[true, { Latitude: '', Longitude: '' }],
		[false, place],
		[false, '60.1, 24.9'],
		[false, [{}, place]],
	])('tells whether there was no location: %s, %j', (isWithout, location) => {
		expect(isWithoutLocation(markIn(location))).toBe(isWithout);
	});
});
