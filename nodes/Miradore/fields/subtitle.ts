/**
 * An expression of n8n that gives a parameter's label: its value in words, such as `Get Locations` for
 * `getLocations`, and the label where that has other words. Shown below the node's name on the canvas.
 *
 * @param others by what the value would become
 */
export function labelOf(parameter: string, others: Record<string, string> = {}): string {
	const words = `$parameter["${parameter}"].replace(/([a-z])([A-Z])/g, "$1 $2").replace(/^./, (first) => first.toUpperCase())`;
	return Object.entries(others).reduce(
		(expression, [word, label]) => `${expression}.replace("${word}", "${label}")`,
		words,
	);
}
