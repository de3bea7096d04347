import type { INode } from 'n8n-workflow';
import { spellings } from '../core/site';
import { failureOf } from './executions';
import { holdsKey } from './traces';
import { useAgent } from './useAgent';
import { chosenVersion } from './version';

describe('An AI agent in n8n whose tool fails', () => {
	const agent = useAgent();
	const { tools, call, ask } = agent;

	const goingOn = (tool: INode): INode => ({ ...tool, onError: 'continueRegularOutput' });

	const refusals: Array<[keyof typeof tools, object, string]> = [
		['lock', {}, "'Device' is empty"],
		['lock', { Device: null }, "'Device' is empty"],
		['lock', { Device: '' }, "'Device' is empty"],
		['lock', { Device: {} }, "'Device' is not a device ID: (empty)"],
		['lock', { Device: ['1', '2'] }, "'Device' is not a device ID: (empty)"],
		['lock', { Device: '1, 2' }, "'Device' is not a device ID: 1, 2"],
		['lock', { Device: "Anna's phone" }, "'Device' is not a device ID: Anna's phone"],
		['lock', { device: '1' }, "'Device' is empty"],
		['lockByNumber', {}, "'Device' is empty"],
		['lockByNumber', { Device: 1.5 }, "'Device' is not a device ID: 1.5"],
		['lockByNumber', { Device: true }, "'Device' is not a device ID: true"],
		['getLocations', {}, "'Device' is empty"],
		['getLocations', { Device: '2', End: '2026-11-12' }, "'Start Date' in 'Filters' is empty"],
		[
			'getLocations',
			{ Device: '2', Start: 'yesterday', End: '2026-11-12' },
			"'Start Date' is not a date: yesterday",
		],
		[
			'getLocations',
			{ Device: '2', Start: 20261110, End: '2026-11-12' },
			"'Start Date' is not a date: 20261110",
		],
		['getAll', {}, "'Limit' is empty"],
		['getAll', { Limit: 'two', Name: 'a' }, "'Limit' is not a whole number"],
		['getAll', { Limit: 2, Name: '' }, "'Name Contains' in 'Filters' is empty"],
	];

	it.each(refusals)('has nothing sent, and is told why: %s %j', async (name, given, reason) => {
		const [answer] = await ask(goingOn(tools[name]()), given);
		expect(answer).toMatchObject({ error: expect.stringContaining(reason) as string });
		expect(agent.site.requests).toEqual([]);
	});

	it('is told how to do better where the tool goes on after an error', async () => {
		const [answer] = await ask(goingOn(tools.lock()), { Device: 'Anna' });
		const advice = 'Enter the number that Miradore gave the device, for example 12';
		expect(answer).toMatchObject({ message: expect.stringContaining(advice) as string });
	});

	it('is told that a device does not exist', async () => {
		const [answer] = await ask(goingOn(tools.lock()), { Device: '999' });
		expect(answer).toMatchObject({
			error: 'Device 999: Miradore did not find it (404)',
			details: { deviceId: 999, httpCode: 404 },
		});
	});

	it('is told what the site said, without the key that it repeated', async () => {
		const { site } = agent;
		site.addFault({ status: 400, body: spellings(site.apiKey).join(' '), times: 1 });
		const [answer] = await ask(goingOn(tools.lock()), { Device: '3' });
		expect(JSON.stringify(answer)).toContain('Miradore said: ***');
		expect(holdsKey(JSON.stringify(answer), site.apiKey)).toBe(false);
	});

	it('is told why, or ends, where the tool stops at an error', async () => {
		const execution = await call(tools.lock(), { Device: 'Anna' });
		const { failedToolsAnswer } = chosenVersion();
		const text = failedToolsAnswer ? agent.model.toolResults.join() : failureOf(execution);
		expect(text).toContain("'Device' is not a device ID: Anna");
		expect(execution.status).toBe(failedToolsAnswer ? 'success' : 'error');
		expect(agent.site.requests).toEqual([]);
	});
});
