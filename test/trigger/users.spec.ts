import type { IDataObject } from 'n8n-workflow';
import { credentialOf, useSite } from '../core/site';
import { PublishedTrigger } from '../core/trigger';
import { useClock } from './clock';

const simulation = useSite();
const clock = useClock();

const users = () => simulation.site.fleet.users;
const trigger = (event: string, parameters: IDataObject = {}) =>
	new PublishedTrigger({
		parameters: { event, ...parameters },
		credential: credentialOf(simulation.site),
	});
const add = (id: number, changes: object = {}) => {
	const [anyone] = users().values();
	users().set(id, { ...anyone, id, email: `anna${id}@example.com`, status: 'New', ...changes });
};

describe("'User Added'", () => {
	it('gives each new user once, as Get Many does', async () => {
		const published = trigger('userAdded');
		await published.activate();
		expect(published.delivered).toEqual([]);
		add(9001);
		await published.poll();
		await published.poll();
		expect(published.failures).toEqual([]);
		expect(published.delivered).toMatchObject([
			{ id: 9001, email: 'anna9001@example.com', status: 'New' },
		]);
		expect(Object.keys(published.delivered[0])).toHaveLength(6);
	});

	it('gives those alone that match the filters, as Miradore sent them without Simplify', async () => {
		const filters = { emailContains: 'anna', status: 'New' };
		const published = trigger('userAdded', { filters, simplify: false });
		await published.activate();
		add(9002, { email: 'bea@example.com' });
		add(9003, { status: 'Retired' });
		add(9004);
		await published.poll();
		expect(published.delivered).toMatchObject([
			{ ID: '9004', Email: 'anna9004@example.com', Source: expect.any(String) as unknown },
		]);
	});
});

describe("'User Changed'", () => {
	it('tells what changed of name, email address, phone number and status', async () => {
		add(9010, { phoneNumber: undefined, middleName: undefined });
		add(9011);
		const published = trigger('userChanged');
		await published.activate();
		const user = users().get(9010)!;
		const { firstName, lastName } = user;
		const changes = {
			firstName: 'Bea',
			lastName: 'Berg',
			email: 'bea@example.com',
			phoneNumber: '112',
			status: 'Active' as const,
		};
		Object.assign(user, changes);
		users().get(9011)!.middleName = 'Q';
		add(9012);
		await published.poll();
		await published.poll();
		expect(published.failures).toEqual([]);
		expect(published.delivered).toEqual([
			{
				id: 9010,
				...changes,
				changes: [
					{
						attribute: 'Email',
						label: 'Email',
						from: 'anna9010@example.com',
						to: 'bea@example.com',
					},
					{ attribute: 'Firstname', label: 'First Name', from: firstName, to: 'Bea' },
					{ attribute: 'Lastname', label: 'Last Name', from: lastName, to: 'Berg' },
					{ attribute: 'PhoneNumber', label: 'Phone Number', from: '', to: '112' },
					{ attribute: 'Status', label: 'Status', from: 'New', to: 'Active' },
				],
			},
		]);
	});
});

it.each(['userAdded', 'userChanged'])(
	'A test run of %s gives the latest example',
	async (event) => {
		const latest = { created: clock.ago(), modified: clock.ago() };
		add(9020, latest);
		const published = trigger(event);
		const items = await published.test();
		expect(items.map(({ json }) => json)).toMatchObject([{ id: 9020 }]);
		expect(published.state).toBe('{}');
	},
);

it('A list without a user that has a number fails the poll', async () => {
	const body =
		'<Content><Items count="1"><User><Email>a@example.com</Email></User></Items></Content>';
	simulation.site.addFault({ status: 200, body });
	await expect(trigger('userAdded').activate()).rejects.toThrow('no user with a number as ID');
});
