const { TestEnvironment } = require('jest-environment-node');

let first;

/** One set of global objects for all specs of a worker, so that they can share packages: see sharedPackages.cjs. */
module.exports = class extends TestEnvironment {
	constructor(...parameters) {
		if (first) {
			// Where Jest keeps who listens to the tests of a spec; those of the spec before are gone.
			delete first.global[Symbol.for('EVENT_HANDLERS')];
			return first;
		}
		super(...parameters);
		first = this;
	}

	async teardown() {}
};
