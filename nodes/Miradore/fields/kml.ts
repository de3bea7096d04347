import { parseXml, type XmlElement } from '../transport/xml';

/**
 * The polygons of a KML document, as Google Earth and Google My Maps give it, in the positions of
 * GeoJSON; undefined where the text isn't KML, or has none.
 *
 * @param others gets the names of other geometries
 */
export function polygonsOfKml(text: string, others: string[]): number[][][][] | undefined {
	const root = parseXml(text);
	if (!root) return undefined;
	for (const name of ['Point', 'LineString']) {
		others.push(...findAll(root, name).map(() => name));
	}
	const polygons = findAll(root, 'Polygon').map((polygon) =>
		['outerBoundaryIs', 'innerBoundaryIs'].flatMap((boundary) =>
			findAll(polygon, boundary).flatMap((one) => findAll(one, 'coordinates').map(readRing)),
		),
	);
	return polygons.length > 0 ? polygons : undefined;
}

function findAll(element: XmlElement, name: string): XmlElement[] {
	return element.children.flatMap((child) =>
		child.name === name ? [child] : findAll(child, name),
	);
}

/** Positions are separated by spaces; each is longitude, latitude and an altitude that may be left out. */
function readRing({ text }: XmlElement): number[][] {
	return text
		.split(/\s+/)
		.filter(Boolean)
		.map((position) => position.split(',').slice(0, 2).map(toNumber));
}

/** What is left out is no zero. */
function toNumber(text: string): number {
	return text === '' ? NaN : Number(text);
}
