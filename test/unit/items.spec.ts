import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readErrorDescription, readPage } from '../../nodes/Miradore/transport/items';

const fixture = (name: string) => readFileSync(path.join(__dirname, '../fixtures', name), 'utf8');

describe('a list of API v1', () => {
	it('is read from the recorded answer', () => {
		const { count, items } = readPage(fixture('v1-device-list-live-2026-08-26.anonymised.xml'));
		expect(count).toBe(2);
		expect(items[0]).toMatchObject({
			ID: '21',
			Platform: 'macOS',
			Status: 'New',
			InvDevice: { DeviceName: "Loaner's MacBook Pro", SerialNumber: 'SN-MIR-0021' },
			User: { Email: 'user3@example.com' },
			Security: { PasscodeSet: 'Unknown', EncryptionStatus: 'Enabled' },
			Enrollment: { Created: '28.07.2023 13:57:54', Type: 'EnrolledByMDM' },
			InvApplications: [
				{ Name: 'FaceTime', Version: '5.0', Identifier: 'com.apple.FaceTime', Size: '1' },
			],
		});
		expect(items[1]).toEqual({
			ID: '5',
			Platform: 'macOS',
			Status: 'Deleted',
			MACAddress: '00:11:22:AA:00:22',
			InvDevice: { DeviceName: 'retired-mac-05' },
		});
	});

	it.each(['100', ' 7 ', '0'])('has the count %j', (count) => {
		expect(readPage(`<Content><Items count="${count}"/></Content>`).count).toBe(Number(count));
	});

	it.each(['1,200', '1e9', '-1', '', 'many', '0x10', '7.5'])('has no count of %j', (count) => {
		expect(readPage(`<Content><Items count="${count}"/></Content>`).count).toBeUndefined();
	});

	it('may be nested 50 levels deep, and no deeper', () => {
		const nest = (levels: number) =>
			`<Content><Items>${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}</Items></Content>`;
		expect(readPage(nest(47)).items).toHaveLength(1);
		expect(() => readPage(nest(48))).toThrow('is not a list of API v1');
	});

	it('may be namespaced, with the count on either element', () => {
		expect(readPage(fixture('v1-namespaced-count-on-content.synthetic.xml'))).toEqual({
			count: 1,
			items: [{ ID: '1001', Platform: 'Android', Status: 'Active' }],
		});
		const prefixed =
			'<m:Content xmlns:m="http://www.online.miradore.com/xmlns/api/1.0"><m:Items count="1"><m:Tag><m:Name>a</m:Name></m:Tag></m:Items></m:Content>';
		expect(readPage(prefixed)).toEqual({ count: 1, items: [{ Name: 'a' }] });
	});

	it.each(['v1-empty-selfclosing.xml', 'v1-empty-open-close.synthetic.xml'])(
		'may be empty: %s',
		(name) => {
			expect(readPage(fixture(name))).toEqual({ count: 0, items: [] });
		},
	);

	it('has no date where Miradore means never', () => {
		const device =
			'<Device><A>01.01.0001 00:00:00</A><B>0001-01-01 00:00:00</B><C>01.01.2026</C><D>on 0001-01-01</D><E>1/1/0001 12:00:00 AM</E></Device>';
		expect(readPage(`<Content><Items>${device}</Items></Content>`).items).toEqual([
			{ A: '', B: '', C: '01.01.2026', D: 'on 0001-01-01', E: '' },
		]);
	});

	it('is not a page, an error, JSON, or anything broken', () => {
		const entities =
			'<!DOCTYPE a [<!ENTITY b "bomb"><!ENTITY c "&b;&b;">]><Content><Items><D><A>&c;</A></D></Items></Content>';
		for (const body of [
			'<html><body>Sign in</body></html>',
			'<Content></Content>',
			'<Items count="0" />',
			'<Content><Items count="0">',
			'<Content><Items><Device><ID>1</Device></Items></Content>',
			fixture('v1-error-500.synthetic.xml'),
			`<Content><Items>${'<a>'.repeat(60)}${'</a>'.repeat(60)}</Items></Content>`,
			entities,
			'',
			[],
			undefined,
		]) {
			expect(() => readPage(body)).toThrow(
				expect.objectContaining({
					message: "Miradore's answer is not a list of API v1",
					description: expect.stringContaining("'Base URL' in the credential") as string,
				}) as Error,
			);
		}
	});
});

describe('an error of API v1', () => {
	it.each([
		[
			'v1-error-400-unknown-attribute.live-2026-08-26.xml',
			"Entity 'InvApplication' does not have property 'Vendor'.",
		],
		['v1-error-401-authentication-failed.xml', 'Authentication failed'],
		['v1-error-500.synthetic.xml', 'Internal server error'],
	])('says what is wrong: %s', (name, description) => {
		expect(readErrorDescription(fixture(name))).toBe(description);
	});

	it('is told from other bodies', () => {
		expect(readErrorDescription('Status Code: 401; Unauthorized')).toBeUndefined();
		expect(readErrorDescription({})).toBeUndefined();
		expect(readErrorDescription('<Content><Error /></Content>')).toBeUndefined();
	});
});
