const OneRealm = require('../core/oneRealm.cjs');

/** Leaves out all tests after the first that fails, for one is enough to notice a mutant. */
module.exports = class extends OneRealm {
	constructor(...parameters) {
		super(...parameters);
		this.hasFailed = false;
	}

	handleTestEvent({ name, test }) {
		if (name === 'test_fn_failure' || name === 'hook_failure') this.hasFailed = true;
		if (name === 'test_start' && this.hasFailed) test.mode = 'skip';
	}
};
