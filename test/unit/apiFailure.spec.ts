import { ApiFailure } from '../../nodes/Miradore/transport/apiFailure';

describe('a failure', () => {
	const failure = new ApiFailure('It failed', 'Try again', {
		httpCode: 502,
		mayPass: true,
		mayBeCarriedOut: true,
		retryAfterMs: 5,
	});

	it('of a read leaves nothing open, and all else as it was', () => {
		expect(failure.ofRead()).toMatchObject({ ...failure, mayBeCarriedOut: false });
		expect(failure.ofRead().message).toBe('It failed');
	});

	it('takes a note, and all else stays as it was', () => {
		expect(failure.withNote('twice')).toMatchObject({ ...failure });
		expect(failure.withNote('twice').message).toBe('It failed, twice');
	});

	it('is final where nothing else is known', () => {
		expect(new ApiFailure('It failed', '')).toMatchObject({
			mayPass: false,
			mayBeCarriedOut: false,
		});
	});
});
