import { installN8n, isN8nInstalled } from '../install';
import { packProject } from '../pack';

/** Packs once for all specs: two that pack at the same time would share `dist`. */
export default async function setUp(): Promise<void> {
	if (!isN8nInstalled()) await installN8n((line) => console.log(line));
	const packed = await packProject();
	process.env.N8N_PACKAGE_FOR_TESTS = packed.tarball;
	Object.assign(globalThis, { removePacked: packed.remove });
}
