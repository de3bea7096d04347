/** A text by which names are compared: spaces around it, letter case and Unicode's ways to write a letter don't count. */
export function fold(text: string): string {
	return text.trim().normalize('NFC').toLowerCase();
}
