import { arrivals, outcomes, people, refusals, sendTexts, waId, withCampaign } from './campaign';

describe('the pace of a number', () => {
	const stage = withCampaign();

	// The limits at the sandbox leave room for a machine that stands still for half a second.
	it('sends below the limit of the number without one refusal', async () => {
		await stage.control.behavior({ limits: { throughput: 80 } });
		const result = await sendTexts(stage, people(120), {
			deliveryOptions: { messagesPerSecond: 40 },
		});
		expect(result.error).toBeUndefined();
		expect(await refusals(stage)).toEqual({});
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
		expect(await refusals(stage)).toEqual({});
	});

	it('slows the whole number down when others send from it too, and loses nothing', async () => {
		await stage.control.behavior({ limits: { throughput: 40 } });
		const result = await sendTexts(stage, people(120), {
			deliveryOptions: { messagesPerSecond: 80 },
		});
		expect(outcomes(result)).toEqual(Array(120).fill('accepted'));
		expect([...(await arrivals(stage)).values()]).toEqual(Array(120).fill(1));
		const { 130429: refused } = await refusals(stage);
		expect(refused).toBeGreaterThan(0);
		expect(refused).toBeLessThan(120);
	});

	it('refuses an impossible pace and sends nothing', async () => {
		const result = await sendTexts(stage, people(2), {
			deliveryOptions: { messagesPerSecond: 'fast' },
		});
		expect(result.error?.message).toContain('"fast" is not a number');
		expect(result.error?.message).toContain('Messages per Second');
		expect((await arrivals(stage)).size).toBe(0);
	});
});

describe('the pace towards one person', () => {
	const stage = withCampaign({ clock: 40 });

	it('keeps the order of the items and the limit of the pair, without holding others back', async () => {
		await stage.control.behavior({ limits: { throughput: null } });
		const result = await sendTexts(
			stage,
			people(60, (index) => waId(index < 50 ? 0 : index)),
		);
		expect(outcomes(result)).toEqual(Array(60).fill('accepted'));
		expect(await refusals(stage)).toEqual({});
		const messages = await stage.control.messages({ direction: 'outgoing', limit: 1000 });
		const texts = messages.map(({ content }) => (content as { body: string }).body);
		const toOne = texts.filter((text) => Number(text.split(' ')[1]) < 50);
		expect(toOne).toEqual(Array.from({ length: 50 }, (_, index) => `message ${index}`));
		expect(texts.indexOf('message 59')).toBeLessThan(texts.indexOf('message 45'));
	});

	it('recovers when somebody else has used the pair up', async () => {
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
		expect(await refusals(stage)).toEqual({ 131056: 2 });
	});
});
