/** Text as HTML shows it: n8n shows descriptions of errors as HTML. */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text for a document of XML or HTML: also without the characters that XML has no form for. */
export function escapeMarkup(text: string): string {
	return escapeHtml(
		text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, ''),
	);
}
