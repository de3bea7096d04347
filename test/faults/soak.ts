// `npm run soak -- --minutes 30 [--seed 7]`: runs soak.spec.ts for so long and prints what it did.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
	options: { minutes: { type: 'string', default: '30' }, seed: { type: 'string' } },
});
for (const [name, value] of Object.entries(values)) {
	if (!(Number(value) >= 0)) throw new Error(`--${name} is not a number: ${value}`);
}
const root = path.join(__dirname, '../..');
const { status } = spawnSync(
	process.execPath,
	[
		path.join(root, 'node_modules/jest/bin/jest.js'),
		...['--config', 'test/jest.config.cjs', 'test/faults/soak.spec.ts'],
	],
	{
		cwd: root,
		stdio: 'inherit',
		env: {
			...process.env,
			MIRADORE_SOAK_MINUTES: values.minutes,
			...(values.seed !== undefined && { MIRADORE_SOAK_SEED: values.seed }),
		},
	},
);
process.exitCode = status ?? 1;
