/** @type {import('jest').Config} */
module.exports = {
	...require('../jest.common.cjs'),
	testMatch: ['<rootDir>/test/n8n/**/*.spec.ts'],
	testPathIgnorePatterns: [
		'/node_modules/',
		'<rootDir>/test/n8n/apart/',
		'<rootDir>/test/n8n/queue/',
	],
	testSequencer: '<rootDir>/test/n8n/sequencer.cjs',
	globalSetup: '<rootDir>/test/n8n/globalSetup.ts',
	globalTeardown: '<rootDir>/test/n8n/globalTeardown.ts',
	// One n8n serves all specs, and it takes a processor for itself.
	maxWorkers: 1,
	// Where preparing a spec fails, its sites go on listening, and Jest would wait for them for ever.
	forceExit: true,
	// For what never ends, as for the unit tests.
	testTimeout: 1_800_000,
};
