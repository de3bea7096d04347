import axios from 'axios';
import { exampleFiles, readExample } from './examples';
import { sharedN8n } from './sharedN8n';

describe.each(exampleFiles)('The example %s', (file) => {
	const { nodes } = readExample(file);

	it('has a note that explains it, and credentials by name alone', () => {
		const notes = nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');
		expect(notes.map(({ parameters }) => parameters.content)).toEqual([
			expect.stringContaining('1. Choose your'),
		]);
		for (const credential of nodes.flatMap(({ credentials = {} }) => Object.values(credentials))) {
			expect(credential).toEqual({ id: null, name: expect.any(String) as string });
		}
	});

	it('is made of nodes that n8n has', async () => {
		const { url, cookie } = sharedN8n();
		const { data } = await axios.get<Array<{ name: string; version: number | number[] }>>(
			`${url}/types/nodes.json`,
			{ headers: { Cookie: cookie }, proxy: false },
		);
		for (const { type, typeVersion } of nodes) {
			const versions = data.filter(({ name }) => name === type).flatMap(({ version }) => version);
			expect(versions.includes(typeVersion) ? [] : [type, typeVersion, versions]).toEqual([]);
		}
	});
});
