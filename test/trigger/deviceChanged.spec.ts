import type { IDataObject } from 'n8n-workflow';
import { watchableOfDevices } from '../../nodes/Miradore/inventory/watchable';
import { credentialOf, useSite } from '../core/site';
import { PublishedTrigger } from '../core/trigger';
import type { SimulatedDevice } from '../simulator';
import { minute, useClock } from './clock';

const simulation = useSite();
const clock = useClock();

let pattern: SimulatedDevice;
let fleet: SimulatedDevice[];
beforeAll(() => ([pattern] = simulation.site.fleet.devices));
beforeEach(() => {
	fleet = Array.from({ length: 4 }, (_, index) => ({
		...pattern,
		id: index + 1,
		platform: 'Android',
		status: 'Active',
		tags: ['Field', 'two words'],
		osVersion: '14',
		organization: 'Field Services',
		category: 'Shared',
		passcodeSet: 'Yes',
		encryptionStatus: 'Enabled',
		lostModeStatus: 'Disabled',
		managementType: 'AndroidDeviceOwner',
		securityPatchLevel: '2026-10-05',
		onlineStatus: 'Active',
	}));
	simulation.site.fleet.devices = fleet;
});

const trigger = (watch: string[], parameters: IDataObject = {}) =>
	new PublishedTrigger({
		parameters: { event: 'deviceChanged', watch, ...parameters },
		credential: credentialOf(simulation.site),
	});
const changes = ({ delivered }: PublishedTrigger) =>
	delivered.map(({ id, changes: of }) => [id, of] as [number, IDataObject[]]);

/** What each choice shows of a device that changed, beside its attribute and its label. */
const shown: Record<string, [change: Partial<SimulatedDevice>, from: string, to: string]> = {
	category: [{ category: 'Personal' }, 'Shared', 'Personal'],
	deviceName: [{ name: 'Reception' }, '', 'Reception'],
	encryption: [{ encryptionStatus: 'Disabled' }, 'Enabled', 'Disabled'],
	lostMode: [{ lostModeStatus: 'Enabled' }, 'Disabled', 'Enabled'],
	managementType: [{ managementType: 'None' }, 'AndroidDeviceOwner', 'None'],
	onlineStatus: [{ onlineStatus: 'Inactive' }, 'Active', 'Inactive'],
	organization: [{ organization: undefined }, 'Field Services', ''],
	osVersion: [{ osVersion: '15' }, '14', '15'],
	passcodeSet: [{ passcodeSet: 'No' }, 'Yes', 'No'],
	securityPatchLevel: [{ securityPatchLevel: '2026-11-05' }, '2026-10-05', '2026-11-05'],
	status: [{ status: 'Deleted' }, 'Active', 'Deleted'],
	user: [{ userId: 0 }, '', ''],
};

it.each(Object.entries(shown))(
	'%s is told from what to what',
	async (choice, [change, from, to]) => {
		const published = trigger([choice]);
		await published.activate();
		Object.assign(fleet[1], change);
		Object.assign(fleet[2], { modified: clock.ago(), clientVersion: '99' });
		await published.poll();
		await published.poll();
		expect(published.failures).toEqual([]);
		const { attribute, label } = watchableOfDevices[choice];
		const before = { deviceName: pattern.name, user: pattern.userEmail }[choice] ?? from;
		expect(changes(published)).toEqual([[2, [{ attribute, label, from: before, to }]]]);
		expect(published.delivered[0]).toMatchObject({ platform: 'Android', model: pattern.model });
	},
);

it('Tags are told with what was added and removed, whatever their order', async () => {
	const published = trigger(['tags', 'osVersion']);
	await published.activate();
	fleet[0].tags = ['two words', 'Field'];
	await published.poll();
	Object.assign(fleet[0], { tags: ['Loan', 'Field'], osVersion: '15' });
	fleet[1].tags = [];
	await published.poll();
	const tags = { attribute: 'Tag.Name', label: 'Tags', from: ['Field', 'two words'] };
	const osVersion = { attribute: 'OSVersionName', label: 'OS Version', from: '14', to: '15' };
	const exchanged = { ...tags, to: ['Field', 'Loan'], added: ['Loan'], removed: ['two words'] };
	expect(changes(published)).toEqual([
		[1, [osVersion, exchanged]],
		[2, [{ ...tags, to: [], added: [], removed: ['Field', 'two words'] }]],
	]);
});

it('Further attributes are told by their own names', async () => {
	const published = trigger([], { furtherAttributes: 'client.version, InvApplication.Name' });
	await published.activate();
	fleet[3].clientVersion = '9.9';
	fleet[3].applications = [{ name: 'Kartta', version: '1', identifier: 'fi.example.kartta' }];
	await published.poll();
	expect(changes(published)).toMatchObject([
		[
			4,
			[
				{ attribute: 'client.version', label: 'client.version', to: '9.9' },
				{ attribute: 'InvApplication.Name', to: ['Kartta'] },
			],
		],
	]);
});

it('A device that is new or comes back changes nothing', async () => {
	const published = trigger(['osVersion']);
	await published.activate();
	fleet.push({ ...fleet[0], id: 100, osVersion: '12' });
	fleet[1].status = 'Deleted';
	await published.poll();
	Object.assign(fleet[1], { status: 'Active', osVersion: '16' });
	await published.poll();
	expect(published.delivered).toEqual([]);
	fleet[1].osVersion = '17';
	await published.poll();
	expect(changes(published)).toMatchObject([[2, [{ from: '16', to: '17' }]]]);
});

it('That a device is retired is told where its status is watched, also beside others', async () => {
	for (const watched of [['status'], ['tags', 'status'], ['tags']]) {
		fleet[1].status = 'Active';
		const published = trigger(watched);
		await published.activate();
		fleet[1].status = 'Deleted';
		await published.poll();
		const expected = watched.includes('status') ? [[2, [{ from: 'Active', to: 'Deleted' }]]] : [];
		expect(changes(published)).toMatchObject(expected);
	}
});

it('A slow poll does not tell what a faster one has told', async () => {
	const published = trigger(['status']);
	await published.activate();
	clock.pass(minute);
	simulation.site.addFault({ path: '/API/Device', delay: 400, times: 1 });
	const slow = published.poll();
	while (simulation.site.requests.length < 2) await new Promise(setImmediate);
	clock.pass(minute);
	fleet[2].status = 'New';
	await published.poll();
	fleet[2].status = 'Active';
	await slow;
	fleet[2].status = 'New';
	await published.poll();
	expect(changes(published)).toMatchObject([[3, [{ from: 'Active', to: 'New' }]]]);
});
