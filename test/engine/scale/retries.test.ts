import {
	arrivals,
	lead,
	MESSAGES,
	outcomes,
	people,
	rejections,
	sendTexts,
	waId,
	withCampaign,
} from './campaign';

const stage = withCampaign({ behavior: { limits: { throughput: null } }, clock: 20 });

const continued = { onError: 'continueRegularOutput' as const };
const everyMessage = async () => [...(await arrivals(stage)).values()];

describe('what is retried', () => {
	it.each([1, 2, 131000, 131016, 133004])('a temporary rejection, code %i', async (code) => {
		await stage.control.addFault({ path: MESSAGES, times: 3, error: { code } });
		const result = await sendTexts(stage, people(5));
		expect(outcomes(result)).toEqual(Array(5).fill('accepted'));
		expect(await rejections(stage)).toEqual({ [code]: 3 });
		expect(await everyMessage()).toEqual(Array(5).fill(1));
	});

	it.each([4, 613, 80007, 130429])('a throttle, code %i', async (code) => {
		await stage.control.addFault({ path: MESSAGES, times: 2, error: { code } });
		const result = await sendTexts(stage, people(5));
		expect(outcomes(result)).toEqual(Array(5).fill('accepted'));
		expect(await everyMessage()).toEqual(Array(5).fill(1));
	});

	it('an HTTP 5xx without a response from Graph', async () => {
		await stage.control.addFault({ path: MESSAGES, times: 2, html: true, status: 503 });
		expect(outcomes(await sendTexts(stage, people(3)))).toEqual(Array(3).fill('accepted'));
	});

	it('a connection that was never made', async () => {
		await lead(stage, 'http://127.0.0.1:9'); // Nobody listens there.
		const result = await sendTexts(stage, people(1));
		expect(result.error?.message).toContain('127.0.0.1:9 refused the connection');
		expect((result.error as unknown as { context: object }).context).toMatchObject({
			outcome: 'not sent',
			reason: 'ECONNREFUSED',
		});
	});

	it('not before the time that Meta asks for', async () => {
		await stage.control.addFault({
			path: MESSAGES,
			times: 1,
			error: { code: 80007 },
			headers: {
				'X-Business-Use-Case-Usage': JSON.stringify({
					1: [{ type: 'messaging', estimated_time_to_regain_access: 1 }],
				}),
			},
		});
		const { now } = await stage.control.state();
		expect(outcomes(await sendTexts(stage, people(3)))).toEqual(Array(3).fill('accepted'));
		const messages = await stage.control.messages({ direction: 'outgoing' });
		const late = messages.filter(({ timestamp }) => timestamp - now >= 59_000);
		expect(late.length).toBeGreaterThanOrEqual(1);
	});

	it('not when Meta asks for more than Max Retry Time, and says so', async () => {
		await stage.control.addFault({
			path: MESSAGES,
			error: { code: 130429 },
			retryAfter: 900,
		});
		const result = await sendTexts(stage, people(1));
		expect(result.error?.message).toContain('The phone number has reached its throughput limit');
		expect(result.error?.description).toMatch(/would have to wait 90[01] seconds/);
		expect(await rejections(stage)).toEqual({ 130429: 1 });
	});

	it('no more than four times', async () => {
		await stage.control.addFault({ path: MESSAGES, error: { code: 131016 } });
		const result = await sendTexts(stage, people(1));
		expect(result.error?.message).toContain('WhatsApp is temporarily overloaded');
		expect(await rejections(stage)).toEqual({ 131016: 5 });
	});

	it.each([100, 131026, 131047, 131049, 131050, 132001])(
		'not a permanent rejection, code %i',
		async (code) => {
			await stage.control.addFault({ path: MESSAGES, to: waId(1), error: { code } });
			const result = await sendTexts(stage, people(3), continued);
			expect(outcomes(result)).toEqual(['accepted', 'rejected', 'accepted']);
			expect(await rejections(stage)).toEqual({ [code]: 1 });
		},
	);
});

describe('what ends the run', () => {
	it.each([190, 368, 131031, 131048])('code %i: nothing else could succeed', async (code) => {
		await stage.control.addFault({ path: MESSAGES, to: waId(2), error: { code } });
		const result = await sendTexts(stage, people(60), {
			...continued,
			deliveryOptions: { messagesPerSecond: 5 },
		});
		const ends = outcomes(result);
		expect(ends[2]).toBe('rejected');
		expect(ends.filter((outcome) => outcome === 'not sent').length).toBeGreaterThan(40);
		expect(result.json().at(-1)?.error).toMatch(
			/^Not sent because the run stopped: .*\[item 59\]$/,
		);
		expect((await arrivals(stage)).size).toBe(ends.filter((one) => one === 'accepted').length);
	});
});

describe('a message that may have arrived', () => {
	it.each([
		['cut after it was accepted', { drop: 'after' as const }, 1],
		['cut before it was acted upon', { drop: 'before' as const }, 0],
		['answered by a gateway that gave up', { html: true, status: 504 }, 0],
		['answered with a page and HTTP 500', { html: true, status: 500 }, 0],
		['answered with a page and HTTP 200', { html: true, status: 200 }, 0],
		['answered with HTTP 200 and no message', { html: '{}', status: 200 }, 0],
		['answered with an empty message ID', { html: '{"messages":[{"id":""}]}', status: 200 }, 0],
	])('is not retried when %s: its outcome is unknown', async (_, fault, arrived) => {
		await stage.control.addFault({ path: MESSAGES, to: waId(1), ...fault });
		const result = await sendTexts(stage, people(3), continued);
		expect(outcomes(result)).toEqual(['accepted', 'unknown', 'accepted']);
		expect((await arrivals(stage)).get('message 1') ?? 0).toBe(arrived);
		expect((await arrivals(stage)).size).toBe(2 + arrived);
	});

	it('is retried with the option Retry', async () => {
		await stage.control.addFault({ path: MESSAGES, to: waId(1), drop: 'after', times: 1 });
		const result = await sendTexts(stage, people(3), {
			...continued,
			deliveryOptions: { onUnknownOutcome: 'retry' },
		});
		expect(outcomes(result)).toEqual(Array(3).fill('accepted'));
		expect((await arrivals(stage)).get('message 1')).toBe(2);
	});

	it('stays unknown when the retry is rejected', async () => {
		await stage.control.addFault({ path: MESSAGES, to: waId(1), drop: 'after', times: 1 });
		await stage.control.addFault({ path: MESSAGES, to: waId(1), error: { code: 131026 } });
		const result = await sendTexts(stage, people(3), {
			...continued,
			deliveryOptions: { onUnknownOutcome: 'retry' },
		});
		expect(outcomes(result)).toEqual(['accepted', 'unknown', 'accepted']);
	});

	it('is retried when it is idempotent: mark as read', async () => {
		const received = await stage.control.customer('15550100201').sendText('hello');
		await stage.control.addFault({ path: MESSAGES, drop: 'after', times: 1 });
		const result = await stage.engine.runNode('whatsAppCloud', {
			resource: 'message',
			operation: 'markAsRead',
			messageId: received.id,
		});
		expect(result.error).toBeUndefined();
	});
});
