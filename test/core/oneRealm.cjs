const { TestEnvironment } = require('jest-environment-node');

const kept = {};

/** One set of global objects for all specs of a worker, so that they can share packages: see sharedPackages.cjs. */
module.exports = class extends TestEnvironment {
	constructor(...parameters) {
		if (kept.first) {
			// Where Jest keeps who listens to the tests of a spec; those of the spec before are gone.
			delete kept.first.global[Symbol.for('EVENT_HANDLERS')];
			return kept.first;
		}
		super(...parameters);
		kept.first = this;
	}

	async teardown() {}
};
