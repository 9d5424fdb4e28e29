import { arrivals, MESSAGES, outcomes, people, sendTexts, waId, withCampaign } from './campaign';

const stage = withCampaign({ behavior: { limits: { throughput: null } }, clock: 20 });

const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 10 };
const rejectOnce = async (index: number) =>
	await stage.control.addFault({
		path: MESSAGES,
		to: waId(index),
		times: 1,
		error: { code: 131026 },
	});

describe('Retry On Fail', () => {
	it('sends in the next try only what was not accepted, and returns all results', async () => {
		await rejectOnce(12);
		const result = await sendTexts(stage, people(20), retry);
		expect(result.error).toBeUndefined();
		expect(outcomes(result)).toEqual(Array(20).fill('accepted'));
		expect([...(await arrivals(stage)).values()]).toEqual(Array(20).fill(1));
		const ids = (await stage.control.messages({ direction: 'outgoing' })).map(({ id }) => id);
		expect(new Set(result.json().map(({ messageId }) => messageId))).toEqual(new Set(ids));
	});

	it('even if the node continues on fail', async () => {
		await rejectOnce(0);
		const result = await sendTexts(stage, people(20), {
			...retry,
			onError: 'continueRegularOutput',
		});
		expect(outcomes(result)).toEqual(Array(20).fill('accepted'));
		expect([...(await arrivals(stage)).values()]).toEqual(Array(20).fill(1));
	});

	it('does not retry a message that was answered with a web page', async () => {
		await stage.control.addFault({
			path: MESSAGES,
			to: waId(0),
			times: 1,
			html: true,
			status: 200,
		});
		const result = await sendTexts(stage, people(3), {
			...retry,
			onError: 'continueRegularOutput',
		});
		expect(outcomes(result)).toEqual(['unknown', 'accepted', 'accepted']);
		expect((await arrivals(stage)).has('message 0')).toBe(false);
	});

	it('does not retry a message that may have arrived: its item stays unknown', async () => {
		await stage.control.addFault({ path: MESSAGES, to: waId(0), times: 1, drop: 'after' });
		const result = await sendTexts(stage, people(3), {
			...retry,
			onError: 'continueRegularOutput',
		});
		expect(outcomes(result)).toEqual(['unknown', 'accepted', 'accepted']);
		expect([...(await arrivals(stage)).values()]).toEqual([1, 1, 1]);
	});

	it('sends in the next try what was not sent when the first one stopped', async () => {
		await rejectOnce(0);
		const result = await sendTexts(stage, people(30), {
			...retry,
			deliveryOptions: { messagesPerSecond: 5 },
		});
		expect(result.error).toBeUndefined();
		expect([...(await arrivals(stage)).values()]).toEqual(Array(30).fill(1));
	});

	it('even if the text contains the time', async () => {
		await rejectOnce(2);
		const result = await sendTexts(stage, people(3), {
			...retry,
			parameters: { text: '={{ $json.text }} at {{ $now.toMillis() }}' },
		});
		expect(result.error).toBeUndefined();
		expect((await arrivals(stage)).size).toBe(3);
	});

	it('even if one item sends several messages', async () => {
		await stage.control.addFault({
			path: MESSAGES,
			skip: 2,
			times: 1,
			error: { code: 131026 },
		});
		const items = [
			{
				json: {
					to: `+${waId(0)}`,
					text: `${'a'.repeat(4000)}\n\n${'b'.repeat(4000)}\n\n${'c'.repeat(4000)}`,
				},
			},
		];
		const result = await sendTexts(stage, items, {
			...retry,
			parameters: { options: { splitLongText: true } },
		});
		expect(result.error).toBeUndefined();
		expect([...(await arrivals(stage)).values()]).toEqual([1, 1, 1]);
	});

	it('uploads a file once in all tries', async () => {
		await rejectOnce(0);
		const pdf = Buffer.from('%PDF-1.4 sandbox').toString('base64');
		const result = await stage.engine.runNode(
			'whatsAppCloud',
			{
				resource: 'message',
				operation: 'sendMedia',
				mediaType: 'document',
				recipient: `+${waId(0)}`,
			},
			[
				{
					json: {},
					binary: { data: { data: pdf, mimeType: 'application/pdf', fileName: 'a.pdf' } },
				},
			],
			retry,
		);
		expect(result.error).toBeUndefined();
		const uploads = (await stage.control.requests()).filter(({ path }) => path.endsWith('/media'));
		expect(uploads).toHaveLength(1);
	});

	it('never treats another execution or another iteration of a loop as a retry', async () => {
		for (const run of [
			{ executionId: 'first' },
			{ executionId: 'second' },
			{ executionId: 'second', runIndex: 1, startNode: 'whatsAppCloud' },
		]) {
			await stage.control.addFault({
				path: MESSAGES,
				to: waId(4),
				times: 3,
				error: { code: 131026 },
			});
			const result = await sendTexts(stage, people(5), { ...retry, run });
			expect(result.status).toBe('error');
		}
		const counts = await arrivals(stage);
		expect([0, 1, 2, 3].map((index) => counts.get(`message ${index}`))).toEqual([3, 3, 3, 3]);
	});

	it('sends again when the same node runs again after it succeeded', async () => {
		await rejectOnce(1);
		const run = { executionId: 'again' };
		await sendTexts(stage, people(2), { ...retry, run });
		await sendTexts(stage, people(2), { ...retry, run });
		expect([...(await arrivals(stage)).values()]).toEqual([2, 2]);
	});
});
