const OneRealm = require('../core/oneRealm.cjs');

/**
 * Loads only the specs with a test that is to run, and leaves out all tests after the first that fails, for one
 * is enough to notice a mutant.
 */
module.exports = class extends OneRealm {
	constructor(config, context) {
		super(config, context);
		this.hasFailed = false;
		const { testNamePattern: pattern } = config.globalConfig;
		if (!pattern) return;
		const names = pattern.replaceAll('\\', '');
		// The name of a test begins with its spec.
		globalThis.specs = globalThis.specs.filter((spec) => names.includes(`(${spec} `));
	}

	handleTestEvent({ name, test }) {
		if (name === 'test_fn_failure' || name === 'hook_failure') this.hasFailed = true;
		if (name === 'test_start' && this.hasFailed) test.mode = 'skip';
	}
};
