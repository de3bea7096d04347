import { readSite } from '../../nodes/Miradore/transport/site';

/** What a field reads its value in: a site whose console is at `https://online.miradore.com/acme`, in UTC. */
export const surroundings = {
	timeZone: 'UTC',
	site: readSite({ siteName: 'acme', apiKey: 'k' }),
};
