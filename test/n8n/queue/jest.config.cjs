/** @type {import('jest').Config} */
module.exports = {
	...require('../../jest.common.cjs'),
	testMatch: ['<rootDir>/test/n8n/queue/**/*.spec.ts'],
	// Each spec starts an n8n of several processes.
	maxWorkers: 1,
	// For what never ends, as for the unit tests.
	testTimeout: 1_800_000,
};
