/** The first of a list for a message, at most so many, with a sign that there are more. */
export function listSome(all: Array<string | number>, most: number): string {
	return all.slice(0, most).join(', ') + (all.length > most ? ', …' : '');
}
