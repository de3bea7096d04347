const path = require('node:path');

/** What Jest's configurations have in common. @type {import('jest').Config} */
module.exports = {
	rootDir: path.join(__dirname, '..'),
	modulePathIgnorePatterns: ['<rootDir>/test/n8n/versions', '<rootDir>/dist'],
	transform: require('./transform.cjs'),
	testEnvironment: '<rootDir>/test/core/oneRealm.cjs',
	runtime: '<rootDir>/test/core/sharedPackages.cjs',
	// Packages without CommonJS, which an older Node.js can't load itself.
	transformIgnorePatterns: ['/node_modules/(?!(@faker-js|@apidevtools|p-limit|yocto-queue)/)'],
};
