import { arrivals, outcomes, people, rejections, sendTexts, waId, withCampaign } from './campaign';

describe('the throughput of a phone number', () => {
	const stage = withCampaign();

	// The limits at the sandbox leave room for a machine that stands still for half a second.
	it('sends below the limit of the number without one rejection', async () => {
		await stage.control.behavior({ limits: { throughput: 80 } });
		const result = await sendTexts(stage, people(120), {
			deliveryOptions: { messagesPerSecond: 40 },
		});
		expect(result.error).toBeUndefined();
		expect(await rejections(stage)).toEqual({});
		expect([...(await arrivals(stage)).values()]).toEqual(Array(120).fill(1));
	});

	it('is shared by executions that run at the same time', async () => {
		await stage.control.behavior({ limits: { throughput: 60 } });
		const runs = [0, 100, 200].map(async (first) =>
			sendTexts(
				stage,
				people(40, (index) => waId(first + index)),
				{ deliveryOptions: { messagesPerSecond: 30 } },
			),
		);
		for (const { status } of await Promise.all(runs)) expect(status).toBe('success');
		expect(await rejections(stage)).toEqual({});
	});

	it('slows the phone number down if others send from it, too, and loses nothing', async () => {
		await stage.control.behavior({ limits: { throughput: 40 } });
		const result = await sendTexts(stage, people(120), {
			deliveryOptions: { messagesPerSecond: 80 },
		});
		expect(outcomes(result)).toEqual(Array(120).fill('accepted'));
		expect([...(await arrivals(stage)).values()]).toEqual(Array(120).fill(1));
		const { 130429: rejected } = await rejections(stage);
		expect(rejected).toBeGreaterThan(0);
		expect(rejected).toBeLessThan(120);
	});

	it('rejects an impossible rate and sends nothing', async () => {
		const result = await sendTexts(stage, people(2), {
			deliveryOptions: { messagesPerSecond: 'fast' },
		});
		expect(result.error?.message).toContain('"fast" is not a number');
		expect(result.error?.message).toContain('Messages per Second');
		expect((await arrivals(stage)).size).toBe(0);
	});
});

describe('the pair rate limit', () => {
	const stage = withCampaign({ clock: 40 });

	it('keeps the order of the items and the pair rate limit without delaying others', async () => {
		await stage.control.behavior({ limits: { throughput: null } });
		const result = await sendTexts(
			stage,
			people(60, (index) => waId(index < 50 ? 0 : index)),
		);
		expect(outcomes(result)).toEqual(Array(60).fill('accepted'));
		expect(await rejections(stage)).toEqual({});
		const messages = await stage.control.messages({ direction: 'outgoing', limit: 1000 });
		const texts = messages.map(({ content }) => (content as { body: string }).body);
		const toOne = texts.filter((text) => Number(text.split(' ')[1]) < 50);
		expect(toOne).toEqual(Array.from({ length: 50 }, (_, index) => `message ${index}`));
		expect(texts.indexOf('message 59')).toBeLessThan(texts.indexOf('message 45'));
	});

	it('recovers when someone else has used up the pair rate limit', async () => {
		const to = waId(7);
		await stage.control.addFault({
			path: '*/messages',
			to,
			times: 2,
			error: { code: 131056 },
		});
		const result = await sendTexts(
			stage,
			people(3, (index) => (index === 1 ? to : waId(index))),
		);
		expect(outcomes(result)).toEqual(['accepted', 'accepted', 'accepted']);
		expect(await rejections(stage)).toEqual({ 131056: 2 });
	});
});
