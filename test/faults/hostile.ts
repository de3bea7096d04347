import fc from 'fast-check';

const long = 20_000;

/** Text that would lead elsewhere if it got into an address, a header, a filter or a body unchecked. */
function texts(host: string): string[] {
	return [
		...[
			'..',
			'.',
			'',
			' ',
			'/',
			'\\',
			'?',
			'#',
			'%',
			'&',
			';',
			'*',
			'0',
			'-1',
			'1.5',
			'+275760-09-13',
			'9999-12-31',
			'0000-01-01',
			'1e3',
			'0x10',
		],
		...[
			'../../User',
			'1/../../User/7',
			'..\\..\\User',
			'%2e%2e%2fUser',
			'1%2f..%2fUser',
			'..%252fUser',
		],
		...['1/Wipe', '1?confirm=true', '1#', '1;', '1&auth=other', '1%00', '1\u0000', '１２', '٣'],
		...[
			'1\r\nX-Api-Key: other',
			'1\r\n\r\nGET /other HTTP/1.1',
			'a\nb',
			'a\tb',
			'\u2028',
			'\ufeff1',
		],
		...[
			`http://${host}`,
			`http://${host}/Device/1`,
			`//${host}/1`,
			`@${host}/1`,
			`/\\${host}/1`,
			'file:///1',
		],
		...[
			"x' or ID ge 1",
			"x' or '1' eq '1",
			'x" or ID ge 1',
			'x or ID ge 1',
			"'",
			'"',
			'`',
			'--',
			"');",
		],
		...[
			'{"a": 1',
			'[]',
			'{}',
			'null',
			'{"__proto__": {"admin": true}}',
			'{"constructor": 1}',
			'true',
		],
		...[
			'__proto__',
			'constructor',
			'prototype',
			'toString',
			'hasOwnProperty',
			'length',
			'NaN',
			'Infinity',
		],
		...['ENOENT: EPERM', '<script>alert(1)</script>', '{{ $json }}', '={{ 1 }}', '${1}', '%s%d%n'],
		...[
			'9007199254740993',
			'2147483648',
			'1'.repeat(400),
			'\ud800',
			'👩‍👩‍👧',
			'ÅÄÖ',
			'‮abc',
			'a@b@c',
			'a@b',
		],
		...[
			'x'.repeat(long),
			'../'.repeat(long / 3),
			`${'a'.repeat(long)}@b.c`,
			'%25'.repeat(long / 3),
		],
	];
}

const others: unknown[] = [
	...[
		null,
		undefined,
		true,
		false,
		0,
		-0,
		-1,
		1.5,
		2 ** 31,
		2 ** 53,
		1e308,
		NaN,
		Infinity,
		-Infinity,
	],
	...[[], [[]], [null], ['1'], [1, 2], ['..'], { length: 3 }, {}, { value: '1' }, { mode: 'url' }],
	{ mode: 'url', value: 'https://online.miradore.com/../1' },
	{ __rl: true, mode: { toString: 1 }, value: { value: 1 } },
	{ __rl: true, mode: 'name', value: "x' or ID ge 1" },
	{ toString: 1, valueOf: 1 },
	{ toString: () => '1/../2' },
	{ toJSON: () => ({ admin: true }) },
	JSON.parse('{"__proto__": {"maximumDevices": 1, "dryRun": true}}'),
	Object.create(null),
	new Date(NaN),
	new Date('2026-11-18T12:00:00Z'),
	new Map([['a', 1]]),
];

/**
 * A value that no user would enter, but an expression, an AI agent or a stranger's form may give.
 *
 * @param host another one, with its port, that some of the values name
 */
export function hostileValue(host: string): fc.Arbitrary<unknown> {
	return fc.oneof(
		{ weight: 5, arbitrary: fc.constantFrom(...texts(host)) },
		{ weight: 3, arbitrary: fc.constantFrom(...others) },
		{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
		{ weight: 1, arbitrary: fc.double() },
		{ weight: 1, arbitrary: fc.object({ withNullPrototype: true, maxDepth: 3 }) },
	);
}
