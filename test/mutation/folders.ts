/** The specs that hold each folder of `nodes/Miradore`, without those that take minutes. */
export const folders: Record<string, string[]> = {
	locations: [
		'unit/{areas,cursor,locations,period}',
		'getLocations',
		'trigger/{areas,locationReported}',
	],
	transport: [
		'unit/{items,site,transport}',
		'{credential,devices,gather,getLocations,inventory,reads,refusals}',
		'faults/pages',
	],
	execution: [
		'runner/{repeat,retry,retryOnFail,throttle}',
		'{lock,commands,refusals,dryRun,protection,gather,waitForResult}',
	],
};
