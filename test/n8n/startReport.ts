import Table from 'cli-table3';
import type { INodeExecutionData } from 'n8n-workflow';
import type { SimulatedFleet, SimulatedSite } from '../simulator';
import { namesIn, outputOf, type Execution } from './executions';
import { exampleArea, exampleDays, exampleNodes } from './exampleWorkflow';

/** What the run found at a site that is only read. */
export function reportLocations(execution: Execution): string {
	const located = outputOf(execution, exampleNodes.locate);
	const names = namesIn(execution, exampleNodes.devices);
	const table = newTable('Device', 'Name', 'Last seen', 'Latitude', 'Longitude');
	for (const { json } of located) {
		table.push([json.deviceId, names.get(Number(json.deviceId)), ...place(json)].map(String));
	}
	return [
		table.toString(),
		`${countLocated(execution)} Nothing was locked: this workflow only reads.`,
	].join('\n');
}

/**
 * What the run found and did at a simulated site.
 *
 * @throws Error when the site's own state differs from what the workflow says it did.
 */
export function reportRun(execution: Execution, { fleet }: SimulatedSite): string {
	const idsFrom = (name: string) => outputOf(execution, name).map(({ json }) => json.deviceId);
	const outside = idsFrom(exampleNodes.outside);
	const confirmed = idsFrom(exampleNodes.lock);
	const located = outputOf(execution, exampleNodes.locate);
	const names = namesIn(execution, exampleNodes.devices);
	const table = newTable('Device', 'Name', 'Last seen', 'Latitude', 'Longitude', 'Area', 'Lock');
	for (const { json } of located) {
		const device = fleet.devices.find(({ id }) => id === json.deviceId);
		const area = outside.includes(json.deviceId) ? 'outside' : 'inside';
		const lock = device?.lockedAt.length ? 'locked' : '';
		table.push(
			[json.deviceId, names.get(Number(json.deviceId)), ...place(json), area, lock].map(String),
		);
	}
	compareLocks(fleet, confirmed);
	const { kilometres } = exampleArea;
	return [
		table.toString(),
		countLocated(execution),
		`${confirmed.length} of them were outside ${kilometres} km around the centre of Helsinki and were locked.`,
	].join('\n');
}

function compareLocks({ devices }: SimulatedFleet, confirmed: unknown[]): void {
	for (const { id, lockedAt } of devices) {
		const expected = confirmed.filter((confirmedId) => confirmedId === id).length;
		if (lockedAt.length !== expected) {
			throw new Error(
				`Device ${id} was locked ${lockedAt.length} times at the site, but ${expected} times by the workflow`,
			);
		}
	}
}

function newTable(...head: string[]) {
	// Without colours, which would be noise in a file.
	return new Table({ head, style: { head: [], border: [] } });
}

function place({ timestamp, latitude, longitude }: INodeExecutionData['json']): unknown[] {
	const degrees = (value: unknown) => Number(value).toFixed(4);
	return [timestamp, degrees(latitude), degrees(longitude)];
}

function countLocated(execution: Execution): string {
	const located = new Set(
		outputOf(execution, exampleNodes.locate).map(({ json }) => json.deviceId),
	);
	const { length } = outputOf(execution, exampleNodes.devices);
	return `${located.size} of ${length} devices have locations of the last ${exampleDays} days.`;
}
