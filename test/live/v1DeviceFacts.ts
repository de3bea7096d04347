import { describe, nothingThere, type Fact } from './fact';
import { child, devices, isList, itemsIn } from './v1';

/** What else API v1 tells of a device: where it is, and its number (miradore-api.md 5.4 to 5.7). */
export const v1DeviceFacts: Fact[] = [
	{
		id: 'v1 last location',
		says: 'Latitude, Longitude, FixTime and an address',
		mark: 'T2',
		questions: () => [devices({ select: 'ID,ReportedLocation.*', options: 'rows=250,page=1' })],
		find: ([answer]) => {
			if (!isList(answer)) return { found: describe(answer), agrees: false };
			const items = itemsIn(answer)?.children ?? [];
			const location = items.map((item) => child(item, 'ReportedLocation')).find(Boolean);
			if (!location) return nothingThere;
			const names = location.children.map(({ name }) => name);
			const isThere = ['Latitude', 'Longitude', 'FixTime', 'City'].every((name) =>
				names.includes(name),
			);
			return { found: names.join(', '), agrees: isThere };
		},
	},
	{
		id: 'v1 phone number',
		says: 'InvSim.PhoneNumber comes as InvSIM, directly in the device',
		mark: 'T1',
		questions: () => [devices({ select: 'ID,InvSim.PhoneNumber', options: 'rows=250,page=1' })],
		find: ([answer]) => {
			if (!isList(answer)) return { found: describe(answer), agrees: false };
			const items = itemsIn(answer)?.children ?? [];
			const names = items.flatMap(({ children }) => children.map(({ name }) => name));
			const found = names.find((name) => /^InvSim/i.test(name));
			return found === undefined ? nothingThere : { found, agrees: found === 'InvSIM' };
		},
	},
];
