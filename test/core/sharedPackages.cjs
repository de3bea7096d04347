const { isBuiltin } = require('node:module');
const path = require('node:path');
const { default: Runtime } = require('jest-runtime');

const simulator = path.join(__dirname, '..', 'simulator', path.sep);

const kept = {};

/**
 * Jest's loader of modules, with which the specs of a worker share packages, such as n8n-core, and the
 * simulator: loading these takes longer than most specs. Each loads the package's own code anew.
 */
module.exports = class extends Runtime {
	constructor(...parameters) {
		super(...parameters);
		kept.first ??= this;
	}

	requireModuleOrMock(from, name) {
		const isShared = isPackage(name) || path.resolve(from, '..', name).startsWith(simulator);
		if (isShared && this !== kept.first) return kept.first.requireModuleOrMock(from, name);
		return super.requireModuleOrMock(from, name);
	}

	// The first one goes on loading for the others.
	leaveTestCode() {
		if (this !== kept.first) super.leaveTestCode();
	}

	teardown() {
		if (this !== kept.first) super.teardown();
	}
};

function isPackage(name) {
	return !/^[./]/.test(name) && !name.startsWith('@jest/') && !isBuiltin(name);
}
