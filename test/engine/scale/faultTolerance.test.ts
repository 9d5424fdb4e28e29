import {
	arrivals,
	MESSAGES,
	outcomes,
	people,
	rejections,
	sendTexts,
	waId,
	withCampaign,
} from './campaign';

const stage = withCampaign({ behavior: { limits: { throughput: null } } });

interface Reported {
	itemIndex: number;
	sentCount: number;
	itemCount: number;
	sent: Array<{ item: number; messageId: string }>;
	unknown: number[];
}
const reported = (error: unknown) => (error as { context: Reported }).context;

describe('a run that fails', () => {
	it('starts nothing new, lets requests in flight finish, and reports what was sent to whom', async () => {
		await stage.control.addFault({ path: MESSAGES, to: waId(5), error: { code: 131026 } });
		const result = await sendTexts(stage, people(200), {
			deliveryOptions: { messagesPerSecond: 20 },
		});
		expect(result.status).toBe('error');
		expect(result.error?.message).toBe(
			'WhatsApp cannot deliver messages to this recipient [item 5]',
		);
		const { itemIndex, sentCount, itemCount, sent } = reported(result.error);
		expect({ itemIndex, itemCount }).toEqual({ itemIndex: 5, itemCount: 200 });
		expect(result.error?.description).toContain(
			`Messages for ${sentCount} of 200 items were sent before`,
		);

		const arrived = await stage.control.messages({ direction: 'outgoing' });
		expect(arrived.length).toBeLessThan(60);
		expect(sentCount).toBe(arrived.length);
		expect(new Set(sent.map(({ messageId }) => messageId))).toEqual(
			new Set(arrived.map(({ id }) => id)),
		);
		for (const { item, messageId } of sent) {
			const message = arrived.find(({ id }) => id === messageId);
			expect(message?.content).toMatchObject({ body: `message ${item}` });
		}
	});

	it('does not send messages that are still waiting', async () => {
		await stage.control.addFault({ path: MESSAGES, to: waId(2), error: { code: 131026 } });
		const result = await sendTexts(stage, people(60), {
			deliveryOptions: { messagesPerSecond: 5 },
		});
		expect(result.status).toBe('error');
		// Twenty wait at once; at this pace the last of them would leave after four seconds.
		expect((await arrivals(stage)).size).toBeLessThan(15);
	});

	it('reports that nothing was sent', async () => {
		await stage.control.addFault({ path: MESSAGES, error: { code: 131026 } });
		const result = await sendTexts(stage, people(3));
		expect(result.error?.description).toContain('No message was sent for any of the 3 items');
	});
});

describe('a run that continues', () => {
	it('returns the result or the explained error of each item, on the right output', async () => {
		for (const index of [3, 7]) {
			await stage.control.addFault({
				path: MESSAGES,
				to: waId(index),
				error: { code: 131026 },
			});
		}
		const result = await sendTexts(stage, people(10), { onError: 'continueErrorOutput' });
		const [sent, failed] = result.output();
		expect(sent.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 4, 5, 6, 8, 9].map((item) => ({ item })),
		);
		expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 3 }, { item: 7 }]);
		expect(failed[0].json).toMatchObject({
			error: 'WhatsApp cannot deliver messages to this recipient [item 3]',
			details: { code: 131026, outcome: 'rejected', actor: 'recipient' },
		});
	});
});

describe('a canceled execution', () => {
	it('stops cleanly: nothing is sent afterwards', async () => {
		const stop = new AbortController();
		const listening = await stage.control.listen(
			(event) => event.type === 'message' && stop.abort(),
			['message'],
		);
		const result = await sendTexts(stage, people(300), {
			deliveryOptions: { messagesPerSecond: 20 },
			run: { abortSignal: stop.signal },
		});
		listening();
		expect(result.status).toBe('canceled');
		const { size } = await arrivals(stage);
		expect(size).toBeLessThan(100);
		expect(result.error?.message).toBe('The execution was canceled');
		const { sentCount, unknown } = reported(result.error);
		expect(sentCount + unknown.length).toBeGreaterThanOrEqual(size);
		// What was in flight may still arrive and is reported as unknown; a message from elsewhere proves that
		// the sandbox would have counted anything that left afterwards.
		await stage.control.customer('15550100201').sendText('still there');
		expect((await arrivals(stage)).size).toBeLessThanOrEqual(sentCount + unknown.length);
	});
});

describe('a storm of faults', () => {
	const stage = withCampaign({ behavior: { limits: { throughput: null } }, clock: 10 });

	it('ends every item as accepted, rejected, or unknown, in agreement with the count at Meta', async () => {
		const { control } = stage.sandbox;
		await control.addFault({ path: MESSAGES, probability: 0.1, status: 500 });
		await control.addFault({ path: MESSAGES, probability: 0.05, drop: 'before' });
		await control.addFault({ path: MESSAGES, probability: 0.02, drop: 'after' });
		await control.addFault({ path: MESSAGES, probability: 0.02, error: { code: 131026 } });
		await control.addFault({ path: MESSAGES, probability: 0.01, error: { code: 130429 } });
		const result = await sendTexts(stage, people(300), {
			onError: 'continueRegularOutput',
			deliveryOptions: { messagesPerSecond: 200 },
		});
		const ends = outcomes(result);
		const counts = await arrivals(stage);
		expect(ends).toHaveLength(300);
		ends.forEach((end, index) => {
			const arrived = counts.get(`message ${index}`) ?? 0;
			if (end === 'accepted') expect(arrived).toBe(1);
			else if (end === 'unknown') expect([0, 1]).toContain(arrived);
			else {
				expect(end).toBe('rejected');
				expect(arrived).toBe(0);
			}
		});
		expect(new Set(ends)).toEqual(new Set(['accepted', 'unknown', 'rejected']));
		expect(await rejections(stage)).toMatchObject({ 131000: expect.any(Number) as number });
	});
});
