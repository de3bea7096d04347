/** The signs for the order of bytes, at the very beginning, and what a `<` looks like without one. */
const beginnings: Array<[bytes: number[], encoding: string]> = [
	[[0xef, 0xbb, 0xbf], 'utf-8'],
	[[0xff, 0xfe], 'utf-16le'],
	[[0xfe, 0xff], 'utf-16be'],
	[[0x3c, 0x00], 'utf-16le'],
	[[0x00, 0x3c], 'utf-16be'],
];

const longestDeclaration = 200;

/**
 * Reads the bytes of a body as text, by what they say of themselves: the sign for the order of bytes,
 * the XML declaration, the header, else UTF-8. What can't be read in it becomes U+FFFD.
 *
 * @param contentType the header's value, if there is one
 */
export function decodeBody(bytes: Uint8Array, contentType: unknown): string {
	const marked = beginnings.find(([sign]) => sign.every((byte, index) => bytes[index] === byte));
	return decoderOf(marked?.[1] ?? declared(bytes) ?? charsetOf(contentType)).decode(bytes);
}

/** What the XML declaration says. It was read byte by byte, so UTF-16, which .NET writes there, isn't true. */
function declared(bytes: Uint8Array): string | undefined {
	const beginning = String.fromCharCode(...bytes.subarray(0, longestDeclaration));
	const [, encoding] = /^\s*<\?xml\s[^>]*encoding\s*=\s*["']([\w.:-]+)["']/i.exec(beginning) ?? [];
	return encoding && /^utf-?16/i.test(encoding) ? 'utf-8' : encoding;
}

function charsetOf(contentType: unknown): string | undefined {
	return /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(String(contentType))?.[1];
}

function decoderOf(encoding = 'utf-8'): TextDecoder {
	try {
		return new TextDecoder(encoding);
	} catch {
		return new TextDecoder();
	}
}
