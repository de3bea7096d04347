import tseslint from 'typescript-eslint';

/** The lint of tests and tools: type-checked TypeScript, without n8n's ban on Node's own modules. */
export default tseslint.config(
	{ ignores: ['**/node_modules/**', 'dist', 'coverage'] },
	{ rules: { 'max-lines': ['error', { max: 160, skipBlankLines: false, skipComments: false }] } },
	{
		files: ['test/**/*.{ts,mts}'],
		extends: [tseslint.configs.recommendedTypeChecked],
		languageOptions: {
			parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
		},
	},
	{
		files: ['**/*.{js,mjs,cjs}'],
		extends: [tseslint.configs.recommended],
		rules: { '@typescript-eslint/no-require-imports': 'off' },
	},
);
