const path = require('node:path');
const SharedPackages = require('../core/sharedPackages.cjs');

const simulator = path.join('test', 'simulator', path.sep);

/** Shares packages and the simulator alone: the nodes have changed with each mutant. */
module.exports = class extends SharedPackages {
	isShared(from, name) {
		return path.resolve(from, '..', name).includes(simulator);
	}
};
