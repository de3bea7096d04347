import type { SimulatedDevice } from '../simulator';
import { rowsOf } from './mailbox';
import { dry, live, useOffboarding } from './useOffboarding';

describe('The example that offboards a person', () => {
	const offboarding = useOffboarding();
	const { commands, offboard, offboardNobody } = offboarding;

	it('asks with one mail that lists the devices, then locks and retires them and no others', async () => {
		const { devices, email } = offboarding;
		const { question, report } = await offboard(true);
		expect(question.subject).toBe('Lock and retire 3 devices?');
		const listed = devices.map(({ name, model, serialNumber }) => [name, model, serialNumber]);
		expect(rowsOf(question)).toEqual(
			listed.map((texts, index) => [
				...texts,
				devices[index].platform,
				expect.stringMatching(/^\w+$/) as string,
			]),
		);
		expect(`${question.html}${report.html}`).not.toMatch(/dry run|Dry Run/);
		expect(commands()).toEqual(
			devices.flatMap(({ id }) => [`DELETE /Device/${id}`, `POST /Device/${id}/Lock`]).sort(),
		);
		expect(devices.map(({ lockedAt, status }) => [lockedAt.length, status])).toEqual(
			devices.map(() => [1, 'Deleted']),
		);
		expect(report).toMatchObject({ subject: `Offboarding of ${email}`, to: ['it@example.com'] });
		expect(rowsOf(report)).toEqual(listed.map((texts) => [...texts, 'Sent', 'Sent', '']));
		for (const { html } of [question, report]) {
			expect(html).not.toMatch(/<img src|undefined|null|\[object/);
		}
	});

	it('reports those that failed, and retires none that could not be locked', async () => {
		const { site, devices } = offboarding;
		const [first, second, third] = devices;
		site.addFault({ path: `/Device/${first.id}/Lock`, status: 400 });
		site.addFault({ method: 'DELETE', path: `/Device/${second.id}`, status: 400 });
		const { report } = await offboard(true);
		expect(rowsOf(report).sort()).toEqual(
			[
				[first, 'Failed', 'Not sent', expect.stringContaining(`Device ${first.id}: `) as string],
				[second, 'Sent', 'Failed', expect.stringContaining(`Device ${second.id}: `) as string],
				[third, 'Sent', 'Sent', ''],
			]
				.map(([device, ...became]) => {
					const { name, model, serialNumber } = device as SimulatedDevice;
					return [name, model, serialNumber, ...became];
				})
				.sort(),
		);
		expect(devices.map(({ status }) => status)).toEqual(['Active', 'Active', 'Deleted']);
		expect(commands()).not.toContain(`DELETE /Device/${first.id}`);
	});

	it('sends nothing when it is refused', async () => {
		const { report } = await offboard(false);
		expect(commands()).toEqual([]);
		expect(rowsOf(report).map((texts) => texts.slice(3))).toEqual(
			offboarding.devices.map(() => ['Not approved', 'Not approved', '']),
		);
	});

	it('sends nothing as it comes, with Dry Run on, and says so before and after', async () => {
		const { question, report } = await offboard(true, { options: {} });
		expect(question.subject).toBe('Dry run: lock and retire 3 devices?');
		expect(question.html).toContain('whatever you choose, nothing will be sent');
		expect(report.html).toContain('This was a dry run');
		expect(commands()).toEqual([]);
		expect(rowsOf(report).map((texts) => texts.slice(3))).toEqual(
			offboarding.devices.map(() => ['Would be sent', 'Would be sent', '']),
		);
	});

	it.each([
		['Retire', { Lock: live, Retire: dry }, 'locked, and not retired', ['Sent', 'Would be sent']],
		['Lock', { Lock: dry, Retire: live }, 'retired without a lock', ['Would be sent', 'Sent']],
	])('says what is a dry run: %s alone', async (_, options, warning, outcomes) => {
		const { question, report } = await offboard(true, { options });
		expect(question.subject).toBe('Lock and retire 3 devices?');
		expect(question.html).toContain(`the devices will be ${warning}`);
		expect(rowsOf(report).map((texts) => texts.slice(3))).toEqual(
			offboarding.devices.map(() => [...outcomes, '']),
		);
	});

	it('leaves out a device that was handed over before the approval', async () => {
		const { site, devices, email } = offboarding;
		const [first] = devices;
		const { userId, userEmail } = site.fleet.devices[4];
		const { report } = await offboard(true, {
			meanwhile: () => Object.assign(first, { userId, userEmail }),
		});
		expect(devices.map(({ status }) => status)).toEqual(['Active', 'Deleted', 'Deleted']);
		expect(first.lockedAt).toEqual([]);
		expect(rowsOf(report)[0].slice(3)).toEqual([
			'Left out',
			'Left out',
			`User Email is ${userEmail}, not ${email}`,
		]);
	});

	it('says so when nobody has a device by that address', async () => {
		const report = await offboardNobody('nobody@example.com');
		expect(report.html).toContain('No device in use belongs to nobody@example.com');
		expect(report.html).not.toContain('<td');
		expect(commands()).toEqual([]);
	});
});
