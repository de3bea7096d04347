import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

const description: INodeTypeDescription = {
	displayName: 'Test',
	name: 'test',
	group: ['transform'],
	version: 1,
	description: '',
	defaults: { name: 'Test' },
	inputs: [NodeConnectionTypes.Main],
	outputs: [NodeConnectionTypes.Main],
	properties: [],
};

/** Starts a workflow with given items. */
export class Source implements INodeType {
	description = { ...description, name: 'source', inputs: [] };

	constructor(private readonly items: IDataObject[]) {}

	execute = () => Promise.resolve([this.items.map((json) => ({ json }))]);
}

/** Gives out what it gets, so that a test sees which items reached it. */
export class PassThrough implements INodeType {
	description = { ...description, name: 'passThrough' };

	execute(this: IExecuteFunctions) {
		return Promise.resolve([this.getInputData()]);
	}
}
