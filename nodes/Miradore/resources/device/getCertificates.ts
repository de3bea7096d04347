import { childList } from './childList';

/** What API v1 tells of a certificate isn't known (miradore-api.md 5.6). */
export const getCertificates = childList({
	value: 'getCertificates',
	name: 'Get Certificates',
	action: 'Get certificates of devices',
	description: 'Read which certificates devices have, one item for each',
	child: 'InvCertificate',
	list: 'InvCertificates',
});
