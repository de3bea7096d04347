import type { ExecutionStatus, INodeExecutionData, IRunExecutionData } from 'n8n-workflow';

/** One run of a workflow as n8n lists it. */
export interface ExecutionSummary {
	id: string;
	status: ExecutionStatus;
}

/** One run of a workflow that has ended. */
export interface Execution extends ExecutionSummary {
	data: IRunExecutionData;
	/** What nodes noted for people; n8n's editor shows it as highlighted data. */
	customData?: Record<string, string>;
}

/** The items that a node gave in its first run; none where it did not run. */
export function outputOf({ data }: Execution, nodeName: string): INodeExecutionData[] {
	return data.resultData.runData[nodeName]?.[0]?.data?.main[0] ?? [];
}

/** The names of the devices that a node gave, by their ids. */
export function namesIn(execution: Execution, nodeName: string): Map<number, string> {
	const entries = outputOf(execution, nodeName).map(({ json }): [number, string] => [
		Number(json.id),
		typeof json.name === 'string' ? json.name : '',
	]);
	return new Map(entries);
}

/** What stopped an execution: the error's message and description; empty where nothing did. */
export function failureOf({ data }: Execution): string {
	const { message = '', description = '' } = data.resultData.error ?? {};
	return [message, description].filter(Boolean).join(': ');
}
