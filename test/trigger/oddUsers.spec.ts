import type { IDataObject } from 'n8n-workflow';
import { credentialOf, useSite } from '../core/site';
import { PublishedTrigger } from '../core/trigger';
import type { SimulatedUser } from '../simulator/users';
import { useClock } from './clock';

const simulation = useSite();
useClock();

let kept: Map<number, SimulatedUser>;
beforeEach(() => {
	const { fleet } = simulation.site;
	kept = fleet.users;
	const [anyone] = kept.values();
	const ids = [1, 2, 3];
	fleet.users = new Map(
		ids.map((id) => [id, { ...anyone, id, email: `u${id}@example.com`, status: 'Active' }]),
	);
});
afterEach(() => {
	simulation.site.fleet.users = kept;
});

const users = () => simulation.site.fleet.users;
const add = (id: number) =>
	users().set(id, { ...users().get(1)!, id, email: `u${id}@example.com` });

async function publish(event: string, parameters: IDataObject = {}) {
	const credential = credentialOf(simulation.site);
	const published = new PublishedTrigger({ parameters: { event, ...parameters }, credential });
	await published.activate();
	return published;
}
const told = ({ delivered }: PublishedTrigger) => delivered.map(({ id }) => id);
const answer = (...items: string[]) =>
	simulation.site.addFault({
		path: '/API/User',
		times: 1,
		status: 200,
		body: `<Content><Items count="${items.length}">${items.join('')}</Items></Content>`,
	});
const userOf = (id: number, changes: Record<string, string> = {}) => {
	const of = users().get(id)!;
	const fields = {
		ID: String(id),
		Email: of.email,
		Firstname: of.firstName,
		Lastname: of.lastName,
		PhoneNumber: of.phoneNumber ?? '',
		Status: of.status,
		...changes,
	};
	const elements = Object.entries(fields).map(([name, text]) => `<${name}>${text}</${name}>`);
	return `<User>${elements.join('')}</User>`;
};
const all = () => [1, 2, 3].map((id) => userOf(id));

describe.each(['userAdded', 'userChanged'])('%s', (event) => {
	it.each<[string, () => void, boolean]>([
		[
			'an error 500',
			() => simulation.site.addFault({ path: '/API/User', status: 500, times: 9 }),
			true,
		],
		['users without IDs', () => answer('<User><Email>a@example.com</Email></User>'), true],
		[
			'one without an ID among others',
			() => answer(...all(), '<User><Status>New</Status></User>'),
			false,
		],
		['the same user twice', () => answer(...all(), userOf(2)), false],
		[
			'the same user twice, once with another name',
			() => answer(...all(), userOf(2, { Lastname: 'X' })),
			false,
		],
		['an empty list', () => answer(), false],
		[
			'a list without what tells changes',
			() => answer('<User><ID>1</ID></User>', '<User><ID>2</ID></User>', '<User><ID>3</ID></User>'),
			false,
		],
		['users in another order', () => answer(...all().reverse()), false],
	])('tells nothing after %s, and the news after it', async (_, prepare, fails) => {
		const published = await publish(event);
		prepare();
		await published.poll();
		expect(published.failures.length > 0).toBe(fails);
		await published.poll();
		expect(told(published)).toEqual([]);
		add(4);
		users().get(3)!.lastName = 'Other';
		simulation.site.clearFaults();
		await published.poll();
		await published.poll();
		expect(told(published)).toEqual(event === 'userAdded' ? [4] : [3]);
	});
});
