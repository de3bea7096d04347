import type { NodeHint } from 'n8n-workflow';
import { MiradoreTrigger } from '../../nodes/Miradore/MiradoreTrigger.node';
import { events } from '../../nodes/Miradore/trigger/events';
import { loadWorkflow } from '../core/pollContext';
import { credentialOf, useSite } from '../core/site';
import { PublishedTrigger } from '../core/trigger';

const simulation = useSite();
const { hints = [] } = new MiradoreTrigger().description;

/** The hints that n8n's editor shows beside the output, by its own reading of their conditions. */
async function shownFor(event: string): Promise<NodeHint[]> {
	const { workflow, node } = loadWorkflow(
		event,
		{ parameters: { event }, credential: {} },
		'{}',
		() => new MiradoreTrigger(),
	);
	await workflow.expression.acquireIsolate();
	try {
		const isShown = ({ displayCondition = '' }: NodeHint) =>
			workflow.expression.getSimpleParameterValue(node, displayCondition, 'internal', {});
		return hints.filter((hint) => isShown(hint) === true);
	} finally {
		await workflow.expression.releaseIsolate();
	}
}

it.each(['deviceChanged', 'userChanged'])(
	"The editor says why 'from' is null in the example of %s",
	async (event) => {
		const published = new PublishedTrigger({
			parameters: { event },
			credential: credentialOf(simulation.site),
		});
		const [{ json }] = await published.test();
		expect(json.changes).toContainEqual(expect.objectContaining({ from: null }));
		expect(await shownFor(event)).toMatchObject([
			{
				message: expect.stringMatching(/^In a test run 'from' is null/) as unknown,
				location: 'outputPane',
				whenToDisplay: 'afterExecution',
			},
		]);
	},
);

it.each(events.map(({ value }) => value).filter((value) => !value.endsWith('Changed')))(
	'The editor says nothing of the example of %s',
	async (event) => {
		expect(await shownFor(event)).toEqual([]);
	},
);
