const {
	modulePathIgnorePatterns,
	transform,
	transformIgnorePatterns,
} = require('../jest.config.cjs');

/** @type {import('jest').Config} */
module.exports = {
	rootDir: '../../..',
	testMatch: ['<rootDir>/test/n8n/queue/**/*.spec.ts'],
	modulePathIgnorePatterns,
	transform,
	transformIgnorePatterns,
	testTimeout: 300_000,
};
