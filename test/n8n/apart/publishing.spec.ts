import { withoutEditor } from '../environment';
import { everyTwoSeconds } from '../pollTimes';
import { schedulers } from '../schedulers';
import { startSignedIn, type SignedIn } from '../signedIn';
import { TwoTriggers } from './twoTriggers';
import { Watch } from './watch';

/**
 * The durable scheduler, which n8n doesn't switch on by itself, comes late on a busy machine: it is tried
 * with `MIRADORE_SCHEDULERS=all`.
 */
const tried = Object.entries(schedulers).slice(
	0,
	process.env.MIRADORE_SCHEDULERS === 'all' ? undefined : 1,
);

describe.each(tried)('Publishing, %s', (_name, environment) => {
	let started: SignedIn;
	let watches: Watch[];
	/** n8n 2 activates an edited one alone, and saves the states of both as the one has them that tells something. */
	let two: TwoTriggers;

	beforeAll(async () => {
		started = await startSignedIn({ ...environment, ...withoutEditor });
		const n8n = started.client;
		const events = ['deviceAdded', 'deviceRetired', 'locationReported', 'areaLeft'];
		watches = await Promise.all(events.map((event) => Watch.over(n8n, event)));
		two = await TwoTriggers.over(n8n);
	});

	afterAll(async () => {
		for (const { site } of watches ?? []) await site.stop();
		await two?.stop();
		await started?.stop();
	});

	/** The same for all events, and something with the two triggers, side by side. */
	const each = (act: (watch: Watch) => Promise<void>, also: () => Promise<void>) =>
		Promise.all([...watches.map(act), also()]);
	/** What the edited trigger tells, and then the other one. */
	const tellBoth = async () => {
		for (const index of [0, 1]) {
			two.add(index);
			await two.expectTold();
		}
	};

	it('starts nothing; what happens then is told once', async () => {
		await each(
			async (watch) => {
				await watch.publish();
				await watch.firstPoll();
				watch.happen();
				await watch.expectTold();
			},
			async () => {
				await two.publish();
				await tellBoth();
			},
		);
	});

	it('again after a pause starts nothing of what happened meanwhile', async () => {
		await each(
			async (watch) => {
				await watch.unpublish();
				watch.happen(false);
				await watch.publish();
				await watch.polls(2);
				watch.happen();
				await watch.expectTold();
			},
			async () => {
				await two.publish({ options: { maxRetries: 1 } });
				await tellBoth();
			},
		);
	});

	it('goes on where it was when n8n starts again', async () => {
		await started.server.restart(() => {
			for (const watch of watches) watch.happen();
			for (const index of [0, 1]) two.add(index);
		});
		await each(
			(watch) => watch.expectTold(),
			() => two.expectTold(),
		);
	});

	it('with other poll times goes on where it was', async () => {
		await each(
			async (watch) => {
				await watch.publish({ pollTimes: { item: everyTwoSeconds.item.slice(1) } });
				await watch.polls(2);
				watch.happen();
				await watch.expectTold();
			},
			async () => {
				await two.publish({ devices: 'filters', filters: { nameContains: 'Phone' } });
				await tellBoth();
			},
		);
	});

	it('with another choice of devices starts nothing of what happened before', async () => {
		await each(
			async (watch) => {
				await watch.publish({ devices: 'filters', filters: { nameContains: 'nobody' } });
				await watch.polls(2);
				watch.happen(false);
				await watch.publish({ filters: { nameContains: 'Phone' } });
				await watch.polls(2);
				await watch.expectTold();
			},
			async () => {
				await two.publish({ pollTimes: { item: everyTwoSeconds.item.slice(1) } });
				await tellBoth();
			},
		);
	});
});
