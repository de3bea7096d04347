/** A version of n8n that the tests and `npm start` can run. */
export interface N8nVersion {
	/** The disk space and the time that its installation takes, for people. */
	cost: string;
	/** Settings that only this version knows. */
	environment: NodeJS.ProcessEnv;
	/**
	 * Whether n8n's errors keep what caused them. In n8n 1.123 the class of all errors has a field of
	 * the same name that overwrites it: the test of a credential then doesn't know the status of the
	 * answer, gives n8n's own text for it, and logs the whole error at the level 'debug'.
	 */
	errorsKeepCauses: boolean;
	/** Whether an AI agent gets the error of a tool that stops at it; else the agent stops, too. */
	failedToolsAnswer: boolean;
	/** Whether a person can be asked before a tool of an AI agent runs. */
	reviewsTools: boolean;
	/** Whether the error of a node is saved that the workflow's time-out stops. */
	savesTimedOutNode: boolean;
}

/** Each has a folder of its name in `versions`; the first one runs where none is chosen. */
const versions: Record<string, N8nVersion> = {
	'2.41.1': {
		cost: '2.8 GB, up to four minutes',
		// It would fetch a list from the Internet. n8n 1 refuses to start with names of unknown modules.
		environment: { N8N_DISABLED_MODULES: 'mcp-registry' },
		errorsKeepCauses: true,
		failedToolsAnswer: true,
		reviewsTools: true,
		savesTimedOutNode: true,
	},
	'1.123.50': {
		cost: '1.3 GB, up to three minutes',
		environment: {
			// Without it, an execution whose worker was killed starts again by itself, and sends its
			// commands twice. n8n 2 never does that.
			QUEUE_WORKER_MAX_STALLED_COUNT: '0',
			// Without it, all that n8n saves shares one connection to SQLite, and transactions of calls
			// side by side get mixed up: n8n itself advises against it, and n8n 2 has this value.
			DB_SQLITE_POOL_SIZE: '3',
		},
		errorsKeepCauses: false,
		failedToolsAnswer: false,
		reviewsTools: false,
		savesTimedOutNode: false,
	},
};

/**
 * The version that `--n8n <version>` chose. It comes through the environment, for Jest knows no
 * parameters but its own.
 */
export const versionName = process.env.N8N_FOR_TESTS ?? Object.keys(versions)[0];

/**
 * What is special about the chosen version.
 *
 * @throws Error that lists the versions when this one isn't there.
 */
export function chosenVersion(): N8nVersion {
	const version = versions[versionName] as N8nVersion | undefined;
	if (version) return version;
	const names = Object.keys(versions).join(' and ');
	throw new Error(`There is no n8n '${versionName}' to choose, only ${names}.`);
}
