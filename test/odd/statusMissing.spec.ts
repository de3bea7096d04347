import { useSite } from '../core/site';
import { minute, useClock } from '../trigger/clock';
import { preparePhones, triggerOn } from '../trigger/happenings';

const simulation = useSite();
const clock = useClock();

// Matters: an answer without the status (it was asked for, but not given) starts the workflow with an empty status,
// and again afterwards.
it('a status that is left out once is no change', async () => {
	const [one] = preparePhones(simulation.site, 'deviceChanged', clock);
	const published = triggerOn(simulation.site, 'deviceChanged', { watch: ['status'] });
	await published.activate();
	clock.pass(minute);
	const body = `<?xml version="1.0"?><Content><Items count="1"><Device><ID>${one.id}</ID></Device></Items></Content>`;
	simulation.site.addFault({
		path: '/API/Device',
		status: 200,
		body,
		headers: { 'content-type': 'text/xml' },
	});
	await published.poll();
	simulation.site.clearFaults();
	clock.pass(minute);
	await published.poll();
	expect(published.delivered).toEqual([]);
});
