import type { IDataObject } from 'n8n-workflow';
import { signatureOf } from '../../nodes/Miradore/trigger/changes';
import { pack, unpack } from '../../nodes/Miradore/trigger/keptValues';

describe('What is kept of a device', () => {
	const watched = ['InvDevice.DeviceName', 'User.Email', 'OSVersionName'].map((attribute) => ({
		attribute,
		label: attribute,
	}));
	const device = (id: number, text: string) => ({
		ID: String(id),
		InvDevice: { DeviceName: `${text} ${id}` },
		User: { Email: `${text}@${id}` },
		OSVersionName: `${id} ${text}`,
	});

	it.each([
		['x'.repeat(500)],
		['電話'.repeat(100)],
		['😀'.repeat(100)],
		['"'.repeat(500)],
		['\\'.repeat(45)],
	])('has at most 200 bytes, whatever is sent: %s', (text) => {
		const known = Object.fromEntries(
			Array.from({ length: 100 }, (_, id) => [id, signatureOf(device(id, text), watched)]),
		);
		const kept = pack(known);
		expect(Buffer.byteLength(JSON.stringify(kept)) / 100).toBeLessThanOrEqual(200);
		expect(unpack(JSON.parse(JSON.stringify(kept)) as IDataObject)).toEqual(known);
	});

	it('is a text that several have but once, and a place for it', () => {
		const signatures = [
			['Loan', 'Field'],
			['Loan'],
			['Field', 'Loan'],
			['Alone'],
			['x'],
			['x'],
			[],
		];
		const known = Object.fromEntries(
			signatures.map((texts, id) => [String(id), JSON.stringify([texts, []])]),
		);
		const kept = pack(known);
		expect(kept.shared).toEqual(['Loan', 'Field']);
		expect(kept.known).toEqual({
			0: [[0, 1], []],
			1: [[0], []],
			2: [[1, 0], []],
			3: [['Alone'], []],
			// A place isn't shorter than one letter.
			4: [['x'], []],
			5: [['x'], []],
			6: [[], []],
		});
		expect(unpack(kept)).toEqual(known);
	});
});
