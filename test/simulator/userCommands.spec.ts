import { useSpecSite } from './specClient';

const simulated = useSpecSite();
const { send } = simulated;

describe('a user', () => {
	const anna = { email: 'anna@example.com', firstName: 'Anna', lastName: 'Aho' };

	test('is created, changed and deleted, by id and by e-mail address', async () => {
		const [, created] = await send('POST', '/User', anna);
		const { id } = created as { id: number };
		await send('PUT', `/User/${id}`, { phoneNumber: '112', email: 'other@example.com' });
		const byEmail = `/User?email=${encodeURIComponent(anna.email)}`;
		expect(await send('GET', byEmail)).toEqual([200, { ...anna, id, phoneNumber: '112' }]);
		await send('DELETE', byEmail);
		expect(await send('GET', `/User/${id}`)).toEqual([404, '']);
	});

	test('has tags and device identifiers', async () => {
		const [user] = simulated.site.fleet.users.values();
		const email = encodeURIComponent(user.email);
		await send('POST', `/User/${user.id}/Tag`, ['two words', 'Field']);
		await send('POST', `/User/Tag?email=${email}`, { tags: ['Field', 'Loan'] });
		await send('DELETE', `/User/${user.id}/Tag/two%20words`);
		expect(await send('GET', `/User/Tag?email=${email}`)).toEqual([200, ['Field', 'Loan']]);
		await send('POST', `/User/DeviceIdentifier?email=${email}`, ['C02', 'a/b']);
		await send('DELETE', `/User/${user.id}/DeviceIdentifier/a%2Fb`);
		expect(await send('GET', `/User/${user.id}/DeviceIdentifier`)).toEqual([200, ['C02']]);
	});

	test('is created or changed in a batch', async () => {
		const [known] = simulated.site.fleet.users.values();
		const before = simulated.site.fleet.users.size;
		await send('POST', '/User/Batch', [anna, { email: known.email, firstName: 'Zoe' }]);
		expect(simulated.site.fleet.users.size).toBe(before + 1);
		expect(known.firstName).toBe('Zoe');
	});
});
