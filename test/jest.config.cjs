const { availableParallelism } = require('node:os');

// Of the workers: with room for what is new they look for garbage less often.
process.execArgv.push('--max-semi-space-size=64');

/** @type {import('jest').Config} */
module.exports = {
	...require('./jest.common.cjs'),
	testMatch: ['<rootDir>/test/**/*.spec.ts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/n8n/', '<rootDir>/test/editor/'],
	// One more than cores, for specs wait for pauses and time limits, too. It takes '150%' for 150 workers.
	maxWorkers: availableParallelism() + 1,
	// A worker keeps some megabytes of each spec; beyond this, a new one takes its place.
	workerIdleMemoryLimit: '1GB',
	// For what never ends. No test rests on it, nor has one of its own: a busy machine takes ten times as long.
	testTimeout: 600_000,
	// Random cases come from it, see test/core/random.ts.
	showSeed: true,
	setupFiles: ['<rootDir>/test/core/environment.cjs'],
	collectCoverageFrom: ['nodes/**/*.ts', 'credentials/**/*.ts'],
	coverageDirectory: 'coverage',
};
