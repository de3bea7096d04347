import { hasDayAlone, readFix, readInstant, readPlaceOf, type Fix } from '../locations/fix';
import type { Place } from '../locations/coordinates';
import { inOrder } from '../locations/select';

/** Where a device has been, for files. */
export interface Track {
	deviceId: number;
	/** What people call the device. */
	name: string;
	/** In the order of time; those whose time can't be read come last. */
	points: TrackPoint[];
}

/** A location in a track. */
export interface TrackPoint extends Place {
	/** ISO 8601, see {@link Fix}; undefined where it can't be read. */
	timestamp?: string;
	/** Milliseconds since 1970; undefined where the time has no offset. */
	instant?: number;
	/** Whether the time is a day alone. */
	isDay?: true;
	/** Metres, as far as known. */
	accuracy?: number;
	/** On one line. */
	address?: string;
}

/** Elements without a place are left out. */
export function toTrack(deviceId: number, name: string, elements: unknown[]): Track {
	const points = inOrder(elements, 'oldestFirst').flatMap((element) => toPoint(element) ?? []);
	return { deviceId, name, points };
}

function toPoint(element: unknown): TrackPoint | undefined {
	const fix = readFix(element);
	const place = fix ?? readPlaceOf(element);
	if (!place) return undefined;
	const { latitude, longitude } = place;
	const instant = readInstant(element);
	const address = fix && addressOf(fix);
	return {
		latitude,
		longitude,
		...(fix && { timestamp: fix.timestamp }),
		...(fix && hasDayAlone(element) && { isDay: true as const }),
		...(instant !== undefined && { instant }),
		...(fix?.accuracy !== undefined && { accuracy: fix.accuracy }),
		...(address && { address }),
	};
}

function addressOf({ streetAddress, zipCode, city, country }: Fix): string {
	const town = [zipCode, city].filter(Boolean).join(' ');
	return [streetAddress, town, country].filter(Boolean).join(', ');
}

/** The points that a line can join: their order is known. */
export function timedPoints({ points }: Track): TrackPoint[] {
	return points.filter(({ timestamp }) => timestamp !== undefined);
}

/** What is known of a point beside its place and time, for people; empty where there is nothing. */
export function describePoint({ accuracy, address }: TrackPoint): string {
	const parts = [address, accuracy !== undefined && `accuracy ${accuracy} m`];
	return parts.filter(Boolean).join('; ');
}

/**
 * Writes times for people, as `2026-11-18 11:00:00` in a time zone. A time whose zone isn't known stays as
 * it is.
 *
 * @param timeZone IANA name
 */
export function clockIn(timeZone: string): (point: TrackPoint) => string | undefined {
	// Sweden writes dates in ISO 8601.
	const format = new Intl.DateTimeFormat('sv-SE', {
		timeZone,
		dateStyle: 'short',
		timeStyle: 'medium',
	});
	return ({ instant, timestamp }) =>
		instant === undefined ? timestamp?.replace('T', ' ') : format.format(instant);
}
