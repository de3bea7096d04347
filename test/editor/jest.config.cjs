const n8n = require('../n8n/jest.config.cjs');

/** @type {import('jest').Config} */
module.exports = {
	...n8n,
	testMatch: ['<rootDir>/test/editor/**/*.spec.ts', '<rootDir>/test/n8n/traces.spec.ts'],
	globalSetup: '<rootDir>/test/editor/globalSetup.ts',
};
