/** Changes a document of a list. */
type Rewrite = (xml: string) => string | Buffer;

/** The same document with something else as the name of the first device. */
export const naming =
	(name: string): Rewrite =>
	(xml) =>
		xml.replace(/<DeviceName>[^<]*/, `<DeviceName>${name}`);

/** The same document with something inside the first element of a name. */
export const within =
	(element: string, inner: string): Rewrite =>
	(xml) =>
		xml.replace(`<${element}>`, `<${element}>${inner}`);

const declaring = (xml: string, encoding: string) => xml.replace('utf-8', encoding);

/** The same document in other bytes, which say what they are in ways that clients met or XML allows. */
export const encodings: Record<string, (xml: string) => Buffer> = {
	'UTF-8 with a sign for the order of bytes': (xml) => Buffer.from(`\uFEFF${xml}`),
	'UTF-8 that .NET says is UTF-16': (xml) => Buffer.from(declaring(xml, 'utf-16')),
	'UTF-16, little end first': (xml) => Buffer.from(`\uFEFF${declaring(xml, 'utf-16')}`, 'utf16le'),
	'UTF-16, big end first': (xml) =>
		Buffer.from(`\uFEFF${declaring(xml, 'utf-16')}`, 'utf16le').swap16(),
	'UTF-16 without a sign': (xml) => Buffer.from(declaring(xml, 'utf-16'), 'utf16le'),
	'Latin-1': (xml) => Buffer.from(declaring(xml, 'iso-8859-1'), 'latin1'),
	'UTF-8 that says it is an encoding of its own': (xml) => Buffer.from(declaring(xml, 'x-none')),
};
