const { default: Sequencer } = require('@jest/test-sequencer');

/** Puts the search for the keys of all specs behind them. */
module.exports = class extends Sequencer {
	sort(tests) {
		const isLast = ({ path }) => path.endsWith('traces.spec.ts');
		const sorted = super.sort(tests);
		return [...sorted.filter((test) => !isLast(test)), ...sorted.filter(isLast)];
	}
};
