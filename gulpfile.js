const { dest, parallel, series, src } = require('gulp');
const { build } = require('esbuild');
const { rm } = require('node:fs/promises');
const { n8n } = require('./package.json');

const clean = () => rm('dist', { recursive: true, force: true });

/** One file for each node and credential that package.json names; libraries are inlined. */
const bundle = () =>
	build({
		entryPoints: [...n8n.credentials, ...n8n.nodes].map((file) =>
			file.replace(/^dist\//, '').replace(/\.js$/, '.ts'),
		),
		outbase: '.',
		outdir: 'dist',
		bundle: true,
		external: ['n8n-workflow'],
		platform: 'node',
		format: 'cjs',
		target: 'node20',
	});

const copyIcons = () => src('icons/*.svg').pipe(dest('dist/icons'));

const copyCodex = () => src('nodes/**/*.node.json').pipe(dest('dist/nodes'));

exports.build = series(clean, parallel(bundle, copyIcons, copyCodex));
