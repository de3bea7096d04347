import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { globSync } from 'tinyglobby';
import { suites } from './suites';

/**
 * `npm run mutation`: Stryker changes the files named in suites.ts bit by bit and runs the specs beside
 * them; a change that no spec notices is a survivor. `npm run mutation -- transport` does one suite.
 * Reports go to `coverage/mutation/`; a score below 85 % is a failure.
 */
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in suites));
if (unknown.length > 0) {
	console.error(
		`No such suite: ${unknown.join(', ')}. There are ${Object.keys(suites).join(', ')}.`,
	);
	process.exit(1);
}

/** The paths of the specs, seen from `test`, without what all of their names end in. */
function specsOf(patterns: string[]): string[] {
	const wanted = patterns.map((pattern) => `${pattern}.spec.ts`);
	return globSync(wanted, { cwd: 'test' }).map((file) => file.replace(/\.spec\.ts$/, ''));
}

for (const [name, { files, specs }] of Object.entries(suites)) {
	if (chosen.length > 0 && !chosen.includes(name)) continue;
	await new Stryker({
		mutate: files.map((file) => `nodes/Miradore/${file}`),
		testRunner: 'jest',
		coverageAnalysis: 'perTest',
		jest: {
			configFile: 'test/jest.config.cjs',
			config: {
				globals: { specs: specsOf(specs) },
				testEnvironment: path.resolve('test/mutation/environment.cjs'),
				runtime: path.resolve('test/mutation/runtime.cjs'),
				testMatch: ['<rootDir>/test/mutation/specs.cjs'],
			},
			enableFindRelatedTests: false,
		},
		ignorePatterns: ['coverage', 'dist', 'docs', 'test/n8n/versions'],
		// Specs that send requests wait more than they compute.
		concurrency: 2 * availableParallelism(),
		timeoutMS: 20_000,
		reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
		clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
		jsonReporter: { fileName: `coverage/mutation/${name}.json` },
		htmlReporter: { fileName: `coverage/mutation/${name}.html` },
		thresholds: { high: 95, low: 90, break: 85 },
	}).runMutationTest();
}
