interface Suite {
	/** Patterns, seen from `nodes/Miradore`. */
	files: string[];
	/** Patterns of the specs that hold them, seen from `test`; those that take minutes are left out. */
	specs: string[];
}

const ofDevices = ['{devices,protection}/*', '{resultBefore,waitForResult}'];
const ofCommands = [
	...ofDevices,
	'{confirmation,dryRun,lock,reads,requestOptions}',
	'{getLocations,presence}/!(events|operations)',
];

/** What is mutated, in portions that the same specs hold. */
export const suites: Record<string, Suite> = {
	locations: {
		files: ['locations/*.ts'],
		specs: ['unit/{areas,cursor*,fix,locations,period,time}'],
	},
	tracks: {
		// The page's script and look are text.
		files: ['tracks/!(mapScript|mapStyle).ts'],
		specs: ['tracks/*'],
	},
	transport: {
		files: ['transport/!(connection).ts'],
		specs: [
			'unit/{answer,apiFailure,authenticate,changing*,dateTexts,explain,failing*,items*,pa*,silence,site,verdict*}',
		],
	},
	connection: {
		files: ['transport/connection.ts'],
		specs: ['contract/*', '{picker,silence}', 'runner/{afterTheEnd,many,repeat}'],
	},
	execution: {
		files: ['execution/*.ts'],
		specs: [...ofCommands, 'gather', 'runner/!(fleets|many)', 'unit/manyItems'],
	},
	fields: {
		files: ['fields/*.ts'],
		specs: [
			...ofCommands,
			'contract/*',
			'{childLists,clear,columns,commands,emptyTexts,filters,inventory,limit,lists}',
			'{operations,outcome,panel,refusals,setCategory,tagIsNot}',
			'lookUps/conditions',
			'tracks/getLocations',
			'trigger/{areas,changes,description,pickedBy,unusableAreas,unwatchable,users}',
			'unit/{center,consoleAddress,device,namesAndChoices,onlyIf,polygon,subtitle,tileServer,user,watch}',
		],
	},
	inventory: {
		files: ['inventory/*.ts'],
		specs: [
			...ofDevices,
			'{childLists*,columns,filters,inUse,inventory,lists,otherDevice,panel,tagIsNot}',
			'lookUps/{again,conditions,failures}',
			'trigger/{changes,device{Changed,Silent},inventory,pickedBy,unwatchable,users,wholeDevices}',
			'unit/{dates,readByIds}',
		],
	},
	listSearch: {
		files: ['listSearch/*.ts'],
		specs: ['{odd/picker,picker*}'],
	},
	trigger: {
		files: ['trigger/**/*.ts'],
		// Without the random histories, which would be others for each change.
		specs: [
			'panel',
			'trigger/!(changeHistories|histories|manyDevices)',
			'unit/{changes,keptValues,marks,noteHints,noteOdd,plan,tellFixes}',
		],
	},
};
