/** As many as n8n may send at a time is the throttle's affair; this bounds what waits for it. */
const mostWaiting = 20;

/**
 * Does things side by side that are only wanted together, and gives what they gave. The first failure
 * comes only when nothing is under way any more, for the run may end then.
 *
 * @param work is to hand `failed` on to what it sends, so that nothing is sent after a failure
 * @param isEnough whether no more is to be begun, now that there is the one of this index
 */
export async function together<Input, Result>(
	inputs: Input[],
	work: (input: Input, failed: AbortController) => Promise<Result>,
	isEnough: (done: Array<Result | undefined>, index: number) => boolean = () => false,
): Promise<Result[]> {
	const failed = new AbortController();
	const done: Array<Result | undefined> = [];
	let begun = 0;
	let isOver = false;
	const workOn = async () => {
		while (begun < inputs.length && !failed.signal.aborted && !isOver) {
			const index = begun++;
			done[index] = await work(inputs[index], failed);
			isOver ||= isEnough(done, index);
		}
	};
	const workers = Array.from({ length: Math.min(mostWaiting, inputs.length) }, () =>
		workOn().catch((error: unknown) => failed.abort(error)),
	);
	await Promise.all(workers);
	failed.signal.throwIfAborted();
	return done as Result[];
}
