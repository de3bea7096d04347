import path from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { folders } from './folders';

/**
 * `npm run mutation`: Stryker changes the code of the folders named in folders.ts bit by bit and runs
 * the specs beside each; a change that no spec notices is a survivor. `npm run mutation -- transport`
 * does one folder. Reports go to `coverage/mutation/`; a score below 85 % is a failure.
 */
const chosen = process.argv.slice(2);
const unknown = chosen.filter((folder) => !(folder in folders));
if (unknown.length > 0) {
	console.error(
		`No such folder: ${unknown.join(', ')}. There are ${Object.keys(folders).join(', ')}.`,
	);
	process.exit(1);
}

for (const [folder, specs] of Object.entries(folders)) {
	if (chosen.length > 0 && !chosen.includes(folder)) continue;
	await new Stryker({
		mutate: [`nodes/Miradore/${folder}/*.ts`],
		testRunner: 'jest',
		coverageAnalysis: 'perTest',
		jest: {
			configFile: 'test/jest.config.cjs',
			config: {
				globals: { specs },
				testEnvironment: path.resolve('test/mutation/environment.cjs'),
				testMatch: ['<rootDir>/test/mutation/specs.cjs'],
			},
			enableFindRelatedTests: false,
		},
		ignorePatterns: ['coverage', 'dist', 'docs', 'test/n8n/versions'],
		concurrency: 2,
		timeoutMS: 20_000,
		reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
		clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
		jsonReporter: { fileName: `coverage/mutation/${folder}.json` },
		htmlReporter: { fileName: `coverage/mutation/${folder}.html` },
		thresholds: { high: 95, low: 90, break: 85 },
	}).runMutationTest();
}
