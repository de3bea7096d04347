const { TestEnvironment } = require('jest-environment-node');

/** Leaves out all tests after the first that fails, for one is enough to notice a mutant. */
module.exports = class extends TestEnvironment {
	handleTestEvent({ name, test }) {
		if (name === 'test_fn_failure' || name === 'hook_failure') this.hasFailed = true;
		if (name === 'test_start' && this.hasFailed) test.mode = 'skip';
	}
};
