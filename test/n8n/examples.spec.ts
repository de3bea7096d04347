import { exampleFiles, readExample } from './examples';
import { sharedN8n } from './sharedN8n';
import { loopback } from './loopback';

describe.each(exampleFiles)('The example %s', (file) => {
	const { nodes } = readExample(file);

	it('has a note that explains it', () => {
		const notes = nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');
		expect(notes.map(({ parameters }) => parameters.content)).toEqual([
			expect.stringMatching(
				/^1\. n8n chooses your Miradore credential by itself: see that it is the right one in /m,
			),
		]);
	});

	// n8n's editor doesn't save a choice over one without an id, and chooses by itself where there is none.
	it('names no credential', () => {
		expect(nodes.filter((node) => 'credentials' in node).map(({ name }) => name)).toEqual([]);
	});

	it('is made of nodes that n8n has', async () => {
		const { url, cookie } = sharedN8n();
		const { data } = await loopback.get<Array<{ name: string; version: number | number[] }>>(
			`${url}/types/nodes.json`,
			{ headers: { Cookie: cookie } },
		);
		for (const { type, typeVersion } of nodes) {
			const versions = data.filter(({ name }) => name === type).flatMap(({ version }) => version);
			expect(versions.includes(typeVersion) ? [] : [type, typeVersion, versions]).toEqual([]);
		}
	});
});
