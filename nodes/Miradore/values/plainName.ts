/** The name of a field without its style, such as `issuccess` for `is_Success`. */
export function plainName(name: string): string {
	return name.replace(/[\s_-]/g, '').toLowerCase();
}
