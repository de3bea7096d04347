/** @type {import('jest').Config} */
module.exports = {
	...require('../../jest.common.cjs'),
	testMatch: ['<rootDir>/test/n8n/apart/**/*.spec.ts'],
	testPathIgnorePatterns: [
		'/node_modules/',
		// `npm start` takes the newer one, and n8n 1 doesn't have the settings of n8n 3.
		...(process.env.N8N_FOR_TESTS?.startsWith('1.') ? ['start.spec', 'newDefaults'] : []),
	],
	globalSetup: '<rootDir>/test/n8n/apart/globalSetup.ts',
	globalTeardown: '<rootDir>/test/n8n/apart/globalTeardown.ts',
	// Each has an n8n of its own, and waits for its polls most of the time.
	maxWorkers: 3,
	forceExit: true,
	// For what never ends, as for the unit tests.
	testTimeout: 1_800_000,
};
