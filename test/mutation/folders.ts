/** The specs that hold each folder of `nodes/Miradore`; those that take minutes are left out. */
export const folders: Record<string, string[]> = {
	locations: ['unit/areas', 'unit/cursor', 'unit/locations', 'unit/period'],
	transport: ['unit/items', 'unit/site', 'unit/transport', 'credential', 'reads'],
	execution: [
		'commands',
		'dryRun',
		'lock',
		'protection',
		'runner/repeat',
		'runner/retry',
		'runner/retryOnFail',
		'runner/throttle',
		'waitForResult',
	],
};
