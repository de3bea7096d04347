/** The ids of devices in a list such as `Device 1–3, 7`, as the report after a stop has it. */
export function idsIn(list: string): number[] {
	return [...list.matchAll(/(\d+)(?:–(\d+))?/g)].flatMap(([, first, last = first]) =>
		Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index),
	);
}

/**
 * The devices in one line of the report of a stop.
 *
 * @param description the error's, in which HTML is escaped
 * @param label such as `Sent to Miradore`
 */
export function reported(description: string | null | undefined, label: string): number[] {
	const lines = description?.split('\n') ?? [];
	const line = lines.find((part) => part.startsWith(`${label}: `)) ?? '';
	const [, listed = ''] = /Device ([\d–, ]+)/.exec(line) ?? [];
	return idsIn(listed);
}
