import path from 'node:path';

/** The folder of the real n8n that tests and `npm start` run, with its own packages. */
export const n8nFolder = __dirname;

/** The folder of this project. */
export const projectFolder = path.resolve(__dirname, '..', '..');

/** The folder that n8n's packages are installed in. */
export const n8nModules = path.join(n8nFolder, 'node_modules');
