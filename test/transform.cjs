/** For Jest: SWC takes the types out, which `npm run lint` checks, and makes CommonJS of ES modules. */
module.exports = {
	'\\.[jt]s$': [
		'@swc/jest',
		{
			swcrc: false,
			jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
			module: { type: 'commonjs' },
			sourceMaps: 'inline',
		},
	],
};
