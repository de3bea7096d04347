import { readInstant } from '../../nodes/Miradore/locations/fix';
import { allLocations } from './locationFacts';
import { describe, elementsOf, nothingThere, type Fact } from './fact';
import { devices, isList, textsOf } from './v1';

const hour = 3_600_000;
/** The two APIs may round the same time differently. */
const sameMs = 60_000;

/** The zone of the last location's time in API v1, by what API v2 says of the same one (miradore-api.md 5.6). */
export const fixTimeFact: Fact = {
	id: 'v1 time zone of the last location',
	says: 'FixTime is UTC',
	mark: 'I',
	questions: (known) => [
		devices({
			select: 'ID,ReportedLocation.FixTime',
			filters: `ID eq ${known.deviceId}`,
			options: 'rows=1,page=1,dateformat=yyyy-MM-dd HH:mm:ss',
		}),
		...allLocations(known),
	],
	find: ([last, ...history]) => {
		if (!isList(last)) return { found: describe(last), agrees: false };
		const [written = ''] = textsOf(last.xml, 'FixTime');
		const instants = elementsOf(history)
			.map(readInstant)
			.filter((instant) => instant !== undefined);
		const isWritten = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(written);
		if (!isWritten || instants.length === 0) return nothingThere;
		const asUtc = Date.parse(`${written.replace(' ', 'T')}Z`);
		const isUtc = instants.some((instant) => Math.abs(asUtc - instant) < sameMs);
		const ahead = asUtc - Math.max(...instants);
		// An offset is a multiple of a quarter of an hour; anything else is another location.
		const quarters = Math.round((4 * ahead) / hour);
		const isOffset = Math.abs(ahead - (quarters * hour) / 4) < sameMs && Math.abs(quarters) <= 56;
		if (!isUtc && !isOffset) return nothingThere;
		return { found: isUtc ? 'UTC' : `${quarters / 4} hours from UTC`, agrees: isUtc };
	},
};
