/** The ids of devices in a list such as `Device 1–3, 7`, as the report after a stop has it. */
export function idsIn(list: string): number[] {
	return [...list.matchAll(/(\d+)(?:–(\d+))?/g)].flatMap(([, first, last = first]) =>
		Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index),
	);
}
