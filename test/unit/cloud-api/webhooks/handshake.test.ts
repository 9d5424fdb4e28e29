import fc from 'fast-check';
import { answerHandshake } from '../../../../cloud-api/webhooks/handshake';

const asked = {
	'hub.mode': 'subscribe',
	'hub.challenge': '1158201444',
	'hub.verify_token': 'right',
};

describe("Meta's verification of a callback", () => {
	it('is answered with the challenge only', () => {
		expect(answerHandshake(asked, ['right'])).toEqual({ status: 200, body: '1158201444' });
	});

	it('accepts the token of the new and of the old secret', () => {
		expect(answerHandshake(asked, ['new', 'right']).status).toBe(200);
	});

	it.each([
		['another verify token', { 'hub.verify_token': 'wrong' }, 403],
		['no verify token', { 'hub.verify_token': undefined }, 403],
		['an empty verify token', { 'hub.verify_token': '' }, 403],
		['two verify tokens', { 'hub.verify_token': ['right', 'right'] }, 403],
		['no challenge', { 'hub.challenge': undefined }, 400],
		['an empty challenge', { 'hub.challenge': '' }, 400],
		['a challenge that is an object', { 'hub.challenge': { a: '1' } }, 400],
		['another mode', { 'hub.mode': 'unsubscribe' }, 400],
		['no mode', { 'hub.mode': undefined }, 400],
	])('rejects %s', (_, change, status) => {
		const answer = answerHandshake({ ...asked, ...change }, ['right']);
		expect(answer.status).toBe(status);
		expect(answer.rejected).toBe(answer.body);
		expect(JSON.stringify(answer)).not.toContain('right');
	});

	it('rejects every request when there is no token to compare with', () => {
		expect(answerHandshake({ ...asked, 'hub.verify_token': '' }, ['']).status).toBe(403);
		expect(answerHandshake(asked, [undefined, '']).status).toBe(403);
		expect(answerHandshake(asked, []).status).toBe(403);
	});

	it('never throws and never answers a challenge without the token', () => {
		fc.assert(
			fc.property(
				fc.dictionary(fc.constantFrom(...Object.keys(asked), 'x'), fc.anything()),
				(query) => {
					fc.pre(query['hub.verify_token'] !== 'right');
					expect(answerHandshake(query, ['right']).status).not.toBe(200);
				},
			),
			{ numRuns: 300 },
		);
	});
});
