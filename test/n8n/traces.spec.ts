import { credentialOf, spellings } from '../core/site';
import { startSimulator, type SimulatedSite } from '../simulator';
import { sharedClient, sharedN8n } from './sharedN8n';
import { telltaleKey, telltalesIn } from './traces';
import { chosenVersion } from './version';
import { httpRequest, inARow, manualTrigger } from './workflows';

// Runs after all other specs of this n8n, see sequencer.cjs.
describe('All keys that the specs have given to n8n', () => {
	const n8n = sharedClient();
	const names = spellings('').map((_, index) => `planted${index}`);
	let site: SimulatedSite;
	let found: Record<string, string[]>;

	beforeAll(async () => {
		site = await startSimulator();
		const credentialId = await n8n.createCredential('Traces', credentialOf(site));
		for (const [index, name] of names.entries()) {
			const address = `${site.baseUrl}/${spellings(telltaleKey(name))[index]}`;
			const nodes = [httpRequest('Any Call', credentialId, address)];
			const workflow = inARow('Traces', [manualTrigger('Run')], nodes);
			await n8n.run(await n8n.createWorkflow(workflow), 'Run');
		}
		found = await telltalesIn(sharedN8n().userFolder);
	});

	afterAll(() => site.stop());

	it.each(names)('would be found where they are saved or logged, in each spelling: %s', (name) => {
		expect(found[name]).toEqual(expect.arrayContaining(['output.log', 'table execution_data']));
	});

	it('are in no file, no log and no table', () => {
		const { tested = [], ...others } = found;
		const leaks = Object.keys(others).filter((name) => !name.startsWith('planted'));
		expect(leaks.map((name) => [name, found[name]])).toEqual([]);
		// Where n8n itself logs the answer to the test of a credential, `secrets.spec.ts` says so.
		const known = chosenVersion().errorsKeepCauses ? [] : ['output.log'];
		expect(tested.filter((place) => !known.includes(place))).toEqual([]);
	});
});
