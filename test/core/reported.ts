/**
 * The devices in one line of the report of a stop, whose ids come in ranges such as `Device 1–3, 7`.
 *
 * @param description the error's, HTML
 * @param label such as `Sent to Miradore`
 */
export function reported(description: string | null | undefined, label: string): number[] {
	const lines = description?.split('<br>') ?? [];
	const line = lines.find((part) => part.startsWith(`${label}: `)) ?? '';
	const [, listed = ''] = /Device ([\d–, ]+)/.exec(line) ?? [];
	return listed.split(', ').flatMap((range) => {
		if (range === '') return [];
		const [first, last = first] = range.split('–').map((text) => Number.parseInt(text, 10));
		return Array.from({ length: last - first + 1 }, (_, index) => first + index);
	});
}
