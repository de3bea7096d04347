/** Removes the package that the specs used. */
export default async function tearDown(): Promise<void> {
	await (globalThis as unknown as { removePacked: () => Promise<void> }).removePacked();
}
