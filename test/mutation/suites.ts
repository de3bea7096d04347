interface Suite {
	/** Patterns, seen from `nodes/Miradore`. */
	files: string[];
	/** The specs that hold them, seen from `test`; those that take minutes are left out. */
	specs: string[];
}

/** What is mutated, in portions that the same specs hold. */
export const suites: Record<string, Suite> = {
	locations: {
		files: ['locations/*.ts'],
		specs: [
			'unit/areas',
			'unit/cursor',
			'unit/cursorOverTime',
			'unit/fix',
			'unit/locations',
			'unit/period',
			'unit/time',
		],
	},
	tracks: {
		// The page's script and look are text.
		files: ['tracks/!(mapScript|mapStyle).ts'],
		specs: ['tracks/files', 'tracks/geoJson', 'tracks/getLocations', 'tracks/mapPage'],
	},
	transport: {
		files: ['transport/!(connection).ts'],
		specs: [
			'unit/answer',
			'unit/authenticate',
			'unit/changingPages',
			'unit/dateTexts',
			'unit/explain',
			'unit/failingPages',
			'unit/items',
			'unit/itemsWithLists',
			'unit/itemsWithOddText',
			'unit/pageRequests',
			'unit/pages',
			'unit/silence',
			'unit/site',
			'unit/verdict',
			'unit/verdictOfWords',
		],
	},
	connection: {
		files: ['transport/connection.ts'],
		specs: [
			'contract/contract',
			'picker',
			'runner/afterTheEnd',
			'runner/many',
			'runner/repeat',
			'silence',
		],
	},
	execution: {
		files: ['execution/*.ts'],
		specs: [
			'dryRun',
			'gather',
			'getLocations',
			'lock',
			'presence/batch',
			'presence/vanishing',
			'protection',
			'reads',
			'runner/afterTheEnd',
			'runner/equal',
			'runner/errorField',
			'runner/repeat',
			'runner/retry',
			'runner/retryOnFail',
			'runner/serverError',
			'runner/stopped',
			'runner/stoppedBetweenTries',
			'runner/throttle',
			'runner/twoSites',
			'unit/manyItems',
			'resultBefore',
			'waitForResult',
		],
	},
	fields: {
		files: ['fields/*.ts'],
		specs: [
			'commands',
			'contract/contract',
			'devices',
			'dryRun',
			'getLocations',
			'lock',
			'presence/batch',
			'presence/vanishing',
			'protection',
			'reads',
			'refusals',
			'trigger/description',
			'unit/center',
			'unit/device',
			'unit/polygon',
		],
	},
	inventory: {
		files: ['inventory/*.ts'],
		specs: ['devices', 'inventory', 'protection', 'trigger/inventory', 'waitForResult'],
	},
	listSearch: { files: ['listSearch/*.ts'], specs: ['odd/picker', 'picker', 'pickerRequests'] },
	// Without the random histories, which would be others for each change.
	trigger: {
		files: ['trigger/**/*.ts'],
		specs: [
			'trigger/areas',
			'trigger/deadline',
			'trigger/description',
			'trigger/doubts',
			'trigger/inventory',
			'trigger/locationReported',
			'trigger/odd',
			'trigger/outOfTime',
			'trigger/overlap',
			'trigger/pickedBy',
			'trigger/polls',
			'trigger/publishing',
			'trigger/publishingAgain',
			'trigger/unread',
			'trigger/wholeDevices',
		],
	},
};
