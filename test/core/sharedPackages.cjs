const { AsyncLocalStorage } = require('node:async_hooks');
const { createRequire, isBuiltin } = require('node:module');
const path = require('node:path');
const { default: Runtime } = require('jest-runtime');

const root = path.join(__dirname, '..', '..');
const sharedFolders = ['nodes', 'credentials', 'test/core', 'test/simulator'].map((folder) =>
	path.join(root, folder, path.sep),
);

const kept = {};

/**
 * Jest's loader of modules, with which the specs of a worker share the nodes and the simulator, and packages
 * such as n8n-core, which Node loads itself, four times as fast: all this takes longer than most specs. n8n
 * loads a node once, too.
 */
module.exports = class extends Runtime {
	constructor(...parameters) {
		super(...parameters);
		kept.first ??= this;
		this.contexts = [];
	}

	requireModuleOrMock(from, name) {
		if (isPackage(name)) {
			try {
				return createRequire(from)(name);
			} catch (error) {
				if (error.code !== 'ERR_REQUIRE_ESM') throw error;
			}
		}
		if (this !== kept.first && (isPackage(name) || this.isShared(from, name)))
			return kept.first.requireModuleOrMock(from, name);
		return super.requireModuleOrMock(from, name);
	}

	isShared(from, name) {
		// By `jest.isolateModules`, a spec gets what it loads for itself.
		if (this.registries.isIsolated()) return false;
		const file = path.resolve(from, '..', name);
		return sharedFolders.some((folder) => file.startsWith(folder));
	}

	/** What Jest itself needs for a spec; `to` is what one of its modules asks for. */
	requireInternalModule(from, to) {
		if (to === 'node:async_hooks') return { AsyncLocalStorage: this.createContexts() };
		if (to && this !== kept.first) return kept.first.requireInternalModule(from, to);
		return super.requireInternalModule(from, to);
	}

	/** Jest's notes of which test runs: where they outlive the spec, each promise of the others looks at them. */
	createContexts() {
		const { contexts } = this;
		return class extends AsyncLocalStorage {
			constructor() {
				super();
				contexts.push(this);
			}
		};
	}

	// The first one goes on loading for the others.
	leaveTestCode() {
		if (this !== kept.first) super.leaveTestCode();
	}

	teardown() {
		for (const context of this.contexts) context.disable();
		if (this !== kept.first) super.teardown();
	}
};

function isPackage(name) {
	return !/^[./]/.test(name) && !name.startsWith('@jest/') && !isBuiltin(name);
}
