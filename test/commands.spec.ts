import type { IDataObject } from 'n8n-workflow';
import { execute } from './core/execute';
import { credentialOf } from './core/site';
import { startSimulator, type SimulatedSite } from './simulator';

let site: SimulatedSite;
beforeEach(async () => {
	site = await startSimulator();
});
afterEach(() => site.stop());

const byId = (value: number) => ({ __rl: true, mode: 'id', value: String(value) });
const deviceId = byId(2);
const user = byId(2001);

/** Runs a command for one item and gives the item it makes. */
async function command(resource: string, operation: string, parameters: IDataObject) {
	const { error, success } = await execute({
		parameters: { resource, operation, ...parameters },
		credential: credentialOf(site),
	});
	expect(error).toBeUndefined();
	expect(success).toHaveLength(1);
	expect(success[0].pairedItem).toEqual({ item: 0 });
	return success[0].json;
}

describe('Device', () => {
	const device = () => site.fleet.devices.find(({ id }) => id === 2)!;

	it.each<[string, IDataObject, object]>([
		['lock', {}, { lockedAt: [expect.any(String)] }],
		['reboot', {}, { rebootedAt: [expect.any(String)] }],
		['wipe', { confirm: true }, { wipedAt: [expect.any(String)] }],
		['retire', { confirm: true }, { status: 'Deleted' }],
		['enableLostMode', { message: 'Lost' }, { lostModeStatus: 'Enabled' }],
		['disableLostMode', {}, { lostModeStatus: 'Disabled' }],
		['update', { updateFields: { friendlyName: 'Reception' } }, { name: 'Reception' }],
		['setCategory', { category: 'Personal' }, { category: 'Personal' }],
		['removeCategory', {}, { category: undefined }],
		['setModel', { model: 'iPad' }, { model: 'iPad' }],
		[
			'deployApplication',
			{ deploymentMethodId: '3' },
			{ deployments: [{ deploymentMethodId: 3 }] },
		],
		['addTag', { tag: 'two words' }, { tags: expect.arrayContaining(['two words']) as unknown }],
	])('%s does what it says', async (operation, parameters, after) => {
		expect(await command('device', operation, { deviceId, ...parameters })).toMatchObject({
			success: true,
			outcome: 'sent',
			deviceId: 2,
		});
		expect(device()).toMatchObject(after);
	});

	it('create gives the item what Miradore answers', async () => {
		const created = await command('device', 'create', { deviceFields: { model: 'Beamer' } });
		expect(created).toEqual({ success: true, outcome: 'sent', id: 25 });
		expect(site.fleet.devices.at(-1)).toMatchObject({ id: 25, model: 'Beamer' });
	});

	it('activate brings a retired device back', async () => {
		device().status = 'Deleted';
		await command('device', 'activate', { deviceId });
		expect(device().status).toBe('Active');
	});

	it('removeTag takes a tag away', async () => {
		device().tags = ['Loan', 'Field'];
		await command('device', 'removeTag', { deviceId, tag: 'Loan' });
		expect(device().tags).toEqual(['Field']);
	});

	it('setCustomAttribute sets a value, and an empty one clears it', async () => {
		site.fleet.attributes = [{ id: '3', name: 'Owner' }];
		const set = (value: string) =>
			command('device', 'setCustomAttribute', { deviceId, attributeId: '3', value });
		await set('Sales');
		expect(device().attributeValues).toEqual({ 3: 'Sales' });
		await set('');
		expect(device().attributeValues).toEqual({});
	});

	it.each([
		['={{ true }}', 'true'],
		['={{ 12.5 }}', '12.5'],
		[
			"={{ DateTime.fromISO('2026-11-18T09:30:00Z', { zone: 'utc' }) }}",
			'2026-11-18T09:30:00.000Z',
		],
		['={{ "" }}', ''],
	])('setCustomAttribute sends %s as the text %j', async (value, text) => {
		site.clearRequests();
		site.fleet.attributes = [{ id: '3', name: 'Owner' }];
		await command('device', 'setCustomAttribute', { deviceId, attributeId: '3', value });
		expect(site.requests.map(({ body }) => JSON.parse(body) as object)).toEqual([{ value: text }]);
	});
});

describe('Custom Attribute', () => {
	it('is created, updated and deleted', async () => {
		const created = await command('customAttribute', 'create', { name: 'Owner' });
		expect(created).toEqual({ success: true, outcome: 'sent', id: '1' });
		const attributeId = '1';
		await command('customAttribute', 'update', { attributeId, updateFields: { name: 'Unit' } });
		expect(site.fleet.attributes).toEqual([{ id: '1', name: 'Unit' }]);
		const deleted = await command('customAttribute', 'delete', { attributeId, confirm: true });
		expect(deleted).toEqual({ success: true, outcome: 'sent', deleted: true, attributeId: '1' });
		expect(site.fleet.attributes).toEqual([]);
	});
});

describe('User', () => {
	const person = () => site.fleet.users.get(2001)!;

	it('is created, updated and deleted', async () => {
		const person = { email: 'a@example.com', firstName: 'Anna', lastName: 'Aho' };
		const { id } = await command('user', 'create', person);
		const created = byId(Number(id));
		await command('user', 'update', { user: created, updateFields: { phoneNumber: '112' } });
		expect(site.fleet.users.get(Number(id))).toMatchObject({ lastName: 'Aho', phoneNumber: '112' });
		const deleted = await command('user', 'delete', {
			user: { __rl: true, mode: 'email', value: 'a@example.com' },
			confirm: true,
		});
		expect(deleted).toEqual({
			success: true,
			outcome: 'sent',
			deleted: true,
			user: 'a@example.com',
		});
		expect(site.fleet.users.has(Number(id))).toBe(false);
	});

	it('gets tags and loses them', async () => {
		await command('userTag', 'add', { user, tags: 'two words, Field' });
		expect(person().tags).toEqual(['two words', 'Field']);
		const removed = await command('userTag', 'remove', { user, tagName: 'two words' });
		expect(removed).toEqual({ success: true, outcome: 'sent', user: 2001, tagName: 'two words' });
		expect(person().tags).toEqual(['Field']);
	});

	it('gets device identifiers and loses them', async () => {
		await command('deviceIdentifier', 'add', { user, identifiers: ['C02', 'a/b'] });
		expect(person().deviceIdentifiers).toEqual(['C02', 'a/b']);
		await command('deviceIdentifier', 'remove', { user, identifier: 'a/b' });
		expect(person().deviceIdentifiers).toEqual(['C02']);
	});
});
