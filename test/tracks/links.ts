/** The page of OpenStreetMap with a marker at a place, as the site's own Share button gives it. */
export function linkTo({ latitude, longitude }: { latitude: unknown; longitude: unknown }): string {
	const [north, east] = [Number(latitude), Number(longitude)];
	return `https://www.openstreetmap.org/?mlat=${north}&mlon=${east}#map=17/${north}/${east}`;
}
