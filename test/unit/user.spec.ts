import { emailParameter, user } from '../../nodes/Miradore/fields/user';
import { expectRefusal, refusalOf } from '../core/refusal';
import { surroundings } from './surroundings';

const readUser = (mode: string, value: unknown) =>
	user.read({ __rl: true, mode, value }, surroundings);

describe("'User'", () => {
	it.each([
		['id', '7', 7],
		['id', 7, 7],
		['list', '1', 1],
		['id', ' 2147483647 ', 2147483647],
		['email', 'anna@example.com', 'anna@example.com'],
		['id', ' anna@example.com ', 'anna@example.com'],
		['email', "o'brien+mdm@sub.example.co.uk", "o'brien+mdm@sub.example.co.uk"],
	])('reads %s %j', (mode, value, who) => expect(readUser(mode, value)).toBe(who));

	it.each([
		...['', '0', '2147483648', '1.5', '7x', 'x7', '-7', '1e3', 'anna', null, true].map(
			(value): [string, unknown] => ['id', value],
		),
		...['7', 'anna', '@example.com', 'anna@', 'a b@example.com', 'a@b c', 'a@b@c'].map(
			(value): [string, unknown] => ['email', value],
		),
	])('refuses %s %j', (mode, value) => {
		expectRefusal(
			refusalOf(() => readUser(mode, value)),
			/^'User' is neither a user ID nor an email address: /,
		);
	});
});

describe("'Email Parameter'", () => {
	const read = (value: unknown) => emailParameter.read(value, surroundings);

	it.each(['email', 'e', 'userEmail', 'user.e-mail_1'])('takes %s', (name) => {
		expect(read(name)).toBe(name);
		expect(read(` ${name} `)).toBe(name);
	});

	it.each(['', '1mail', 'a&b', 'a=b', '&mail', 'mail?', 'e mail', 'é', 5, null, ['email']])(
		'refuses %j',
		(name) => {
			expectRefusal(
				refusalOf(() => read(name)),
				"'Email Parameter' is not the name of a query parameter",
			);
		},
	);
});
