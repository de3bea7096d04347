import { readFix } from '../../nodes/Miradore/locations/fix';

// Matters: one text of digits in an answer blocks all of n8n (quadratic): 1 MB takes many minutes.
it('a long text of digits is refused at once', () => {
	const begun = process.cpuUsage();
	const latitude = `${'1'.repeat(1_000_000)}x`;
	readFix({ timestamp: '2026-11-05T10:00:00Z', latitude, longitude: 1 });
	expect(process.cpuUsage(begun).user).toBeLessThan(10_000_000);
});

// Matters: Infinity is no number of metres; n8n stores it as null.
it('an accuracy beyond all numbers is left out', () => {
	const element = {
		timestamp: '2026-11-05T10:00:00Z',
		latitude: 1,
		longitude: 1,
		accuracy: '1e999',
	};
	expect(readFix(element)?.accuracy).toBeUndefined();
});
