const vm = require('node:vm');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/** Stands for Node's own global objects, where Jest asks in which ones a module is to be run. */
const mainContext = {};

const { compileFunction } = vm;
vm.compileFunction = (code, parameters, options) =>
	compileFunction(code, parameters, {
		...options,
		...(options?.parsingContext === mainContext && { parsingContext: undefined }),
	});

/**
 * Runs specs among Node's own global objects, not among copies of them: then all specs of a worker can share
 * packages that Node itself has loaded (see sharedPackages.cjs), and an error is an `Error` to all.
 */
module.exports = class {
	constructor({ projectConfig }) {
		this.global = globalThis;
		this.moduleMocker = new ModuleMocker(globalThis);
		this.fakeTimers = null;
		this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
		// What Jest changes for the time of a spec.
		const { exit, getBuiltinModule } = process;
		this.kept = { console, process: { exit, getBuiltinModule } };
		Object.assign(globalThis, projectConfig.globals);
		// Who listened to the tests of the spec before.
		delete globalThis[Symbol.for('EVENT_HANDLERS')];
	}

	getVmContext() {
		return mainContext;
	}

	exportConditions() {
		return ['node', 'node-addons'];
	}

	async setup() {}

	async teardown() {
		this.fakeTimersModern.dispose();
		globalThis.console = this.kept.console;
		Object.assign(process, this.kept.process);
	}
};
