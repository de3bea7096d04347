import { listDevices } from '../../nodes/Miradore/trigger/listDevices';

// Matters: where API v1 names the ids otherwise, the trigger reads no device, poll for poll, and says nothing;
// Get Many tells of just that with a hint.
it.each(['<Id>1</Id>', '<ID>{0b6e}</ID>', '<ID>1,024</ID>'])(
	'a list of devices without numbers (%s) is told',
	async (id) => {
		const send = ({ query }: { query?: Record<string, string> }) =>
			`<Content><Items count="1">${query?.options.includes('page=1,') ? `<Device>${id}</Device>` : ''}</Items></Content>`;
		const warn = jest.fn();
		const all = { filters: {}, pickedDevices: undefined };
		const found = await listDevices({ send, warn } as never, all, true).catch(() => 'told');
		expect(found === 'told' || warn.mock.calls.length > 0).toBe(true);
	},
);
