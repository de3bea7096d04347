import { useSite } from '../core/site';

const device =
	'<Item><ID>1</ID><Platform>Android</Platform><Status>Active</Status><OnlineStatus>Active</OnlineStatus><Created>9998-12-30 10:00:00</Created><Enrollment><Completed>9998-12-30 10:00:00</Completed></Enrollment><InvDevice><DeviceName>Field phone 11</DeviceName><SerialNumber>C02XK1AAJGH5</SerialNumber><IMEI>990000862471854</IMEI></InvDevice><Client><ManagementType>AndroidDeviceOwner</ManagementType></Client><User><Email>anna@example.com</Email></User><Category><Name>Shared</Name></Category><Organization><Name>Field Services</Name></Organization><Tags><Tag><Name>Field</Name></Tag></Tags><InvApplications><InvApplication><Name>Kartta</Name></InvApplication></InvApplications><InvCertificates><InvCertificate><Name>Acme Root</Name></InvCertificate></InvCertificates><InvSIM><PhoneNumber>112</PhoneNumber></InvSIM><InvStorages><InvStorage><Type>Internal</Type></InvStorage></InvStorages></Item>';

/** Stands for the host and port of the stranger in values that are made before its server runs. */
export const strangerHost = '127.0.0.1:{port}';

/**
 * A site that answers any request with a success, since what is tried out is what is sent, and
 * another server that must never get a request.
 */
export function useAgreeableSite() {
	const simulation = useSite();
	const stranger = useSite();
	beforeEach(() => {
		const body = `<Content><Items count="1">${device}</Items></Content>`;
		simulation.site.addFault({ path: /^\/API\//, status: 200, body });
		simulation.site.addFault({ status: 200, body: '[{"id": 1}]' });
	});
	afterEach(() => {
		expect(stranger.site.requests).toEqual([]);
	});

	return {
		simulation,
		stranger,
		/** Puts the stranger's real host and port into a text. */
		locate: (value: unknown) =>
			typeof value === 'string'
				? value.replaceAll(strangerHost, new URL(stranger.site.baseUrl).host)
				: value,
	};
}
