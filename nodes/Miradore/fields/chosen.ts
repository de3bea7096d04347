/** Whether a value is a list of what can be chosen; a list within the list is none of it. */
export function isChosenOf(known: string[], value: unknown): value is string[] {
	return (
		Array.isArray(value) && value.every((one) => typeof one === 'string' && known.includes(one))
	);
}
