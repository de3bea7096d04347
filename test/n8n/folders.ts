import path from 'node:path';
import { versionName } from './version';

/** The folder with the chosen n8n's package.json and lockfile, and its packages once installed. */
export const n8nFolder = path.join(__dirname, 'versions', versionName);

/** The folder of this project. */
export const projectFolder = path.resolve(__dirname, '..', '..');

/** The folder that n8n's packages are installed in. */
export const n8nModules = path.join(n8nFolder, 'node_modules');
