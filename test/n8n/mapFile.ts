import type { MapData } from '../../nodes/Miradore/tracks/mapScript';
import type { SimulatedFix } from '../simulator';

/** The tracks that a map shows: for each its points as latitude and longitude, and their texts. */
export function tracksIn(map: string): Array<{ points: number[][]; texts: string[] }> {
	const [, json = ''] = /id="data">(.*)<\/script>/.exec(map) ?? [];
	return (JSON.parse(json) as MapData).tracks.map(({ points }) => ({
		points: points.map(({ latitude, longitude }) => [latitude, longitude]),
		texts: points.flatMap(({ lines }) => lines),
	}));
}

/** Where a device has been, the oldest first: latitude and longitude. */
export function placesOf(fixes: SimulatedFix[]): number[][] {
	return [...fixes]
		.sort((one, other) => one.timestamp.localeCompare(other.timestamp))
		.map(({ latitude, longitude }) => [Number(latitude), Number(longitude)]);
}
