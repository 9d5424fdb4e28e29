import { activated, endAll, eventually } from '../trigger/support';
import { withSandbox } from '../../support/withSandbox';
import { chain, node } from '../../../engine';
import { ANA, ask, asking, BEN, continued, question } from './support';

const stage = withSandbox();

beforeAll(async () => {
	await stage.engine.listen();
});
beforeEach(async () => {
	await activated(stage);
});
afterEach(endAll);

const tap = async (messageId: unknown, title: string, customer = ANA) =>
	await stage.control.customer(customer).tap(String(messageId), title);

/** The texts that the business has sent, oldest first. */
async function texts(): Promise<string[]> {
	const messages = await stage.control.messages();
	return messages.flatMap(({ direction, type, content }) =>
		direction === 'outgoing' && type === 'text' ? [(content as { body: string }).body] : [],
	);
}

describe('an approval', () => {
	it.each([
		['Approve', true, 'approve'],
		['Decline', false, 'decline'],
	])('continues the execution after a tap on %s', async (title, approved, choiceId) => {
		const waiting = await ask(stage);
		expect(waiting.status).toBe('waiting');
		const { messageId } = waiting.json('Ask')[0];

		const done = continued(stage, waiting.executionId);
		const answer = await tap(messageId, title);
		const result = await done;

		expect(result.status).toBe('success');
		expect(result.lastNode).toBe('After');
		expect(result.json('After')).toEqual([
			{
				answered: true,
				approved,
				choice: title,
				choiceId,
				text: title,
				answeredAt: expect.any(String) as string,
				answeredBy: ANA,
				contactName: 'Ana Lima',
				answerTo: `+${ANA}`,
				answerMessageId: answer.id,
				windowExpiresAt: expect.any(String) as string,
				askedBy: 'buttons',
				askedAt: expect.any(String) as string,
				messageId,
				recipient: `+${ANA}`,
				waId: ANA,
				userId: expect.any(String) as string,
			},
		]);
	});

	it('does not start the workflow of the trigger, unless the option says so', async () => {
		const first = await ask(stage);
		let done = continued(stage, first.executionId);
		await tap(first.json('Ask')[0].messageId, 'Approve');
		await done;
		expect(stage.engine.executions.all).toHaveLength(0);

		const second = await ask(stage, { options: { startWorkflow: true } });
		done = continued(stage, second.executionId);
		await tap(second.json('Ask')[0].messageId, 'Approve');
		await done;
		const [started] = await stage.engine.executions.wait(1);
		expect(started.json()[0]).toMatchObject({ event: 'message', text: 'Approve' });
	});

	it('sends a reaction and a reply to the answer', async () => {
		const waiting = await ask(stage, { options: { replyText: 'Thanks!', reaction: '👍' } });
		const done = continued(stage, waiting.executionId);
		await tap(waiting.json('Ask')[0].messageId, 'Approve');
		const result = await done;
		expect(await texts()).toEqual(['Thanks!']);
		expect(result.json('After')[0].replyMessageId).toMatch(/^wamid\./);
		expect((await stage.control.messages()).some(({ reactions }) => reactions.length === 1)).toBe(
			true,
		);
	});

	it('keeps the answer when the reply cannot be sent', async () => {
		const waiting = await ask(stage, { options: { replyText: 'Thanks!' } });
		await stage.control.addFault({ path: '*/messages', error: { code: 131049 } });
		const done = continued(stage, waiting.executionId);
		await tap(waiting.json('Ask')[0].messageId, 'Approve');
		expect((await done).json('After')[0]).toMatchObject({
			approved: true,
			replyError: expect.any(String) as string,
		});
	});
});

describe('a choice', () => {
	it('returns title and ID of a button', async () => {
		const waiting = await ask(stage, {
			responseType: 'choice',
			choicesLines: 'Monday | | mon\nTuesday',
		});
		const done = continued(stage, waiting.executionId);
		await tap(waiting.json('Ask')[0].messageId, 'Tuesday');
		expect((await done).json('After')[0]).toMatchObject({
			answered: true,
			choice: 'Tuesday',
			choiceId: 'Tuesday',
			askedBy: 'buttons',
		});
		expect((await done).json('After')[0]).not.toHaveProperty('approved');
	});

	it('shows up to ten choices as a list', async () => {
		const choices = Array.from({ length: 10 }, (_, index) => ({
			title: `Slot ${index + 1}`,
			id: `s${index + 1}`,
		}));
		const waiting = await ask(stage, {
			responseType: 'choice',
			choicesInput: 'json',
			choicesJson: JSON.stringify(choices),
			options: { listButtonText: 'Show slots' },
		});
		const done = continued(stage, waiting.executionId);
		await tap(waiting.json('Ask')[0].messageId, 'Slot 10');
		expect((await done).json('After')[0]).toMatchObject({ choiceId: 's10', askedBy: 'list' });
	});
});

describe('the time limit', () => {
	it('continues with an output that says so', async () => {
		const waiting = await ask(stage, {
			options: {
				limitWaitTime: {
					values: { limitType: 'afterTimeInterval', resumeAmount: 2, resumeUnit: 'days' },
				},
			},
		});
		const until = waiting.run.waitTill?.getTime() ?? 0;
		expect(Math.abs(until - Date.now() - 2 * 86_400_000)).toBeLessThan(20_000);
		const result = await stage.engine.waiting.timeOut(waiting.executionId);
		expect(result.status).toBe('success');
		expect(result.json('After')).toEqual([
			expect.objectContaining({
				answered: false,
				timedOut: true,
				approved: false,
				messageId: waiting.json('Ask')[0].messageId,
			}),
		]);
	});

	it('waits without a limit by default', async () => {
		const waiting = await ask(stage);
		expect(waiting.run.waitTill?.getUTCFullYear()).toBe(3000);
	});

	it('does not change the output of the node before', async () => {
		const result = await stage.engine.run(asking(), { startItems: [{ json: { order: 4711 } }] });
		expect(result.status).toBe('waiting');
	});
});

describe('answers that keep an execution waiting', () => {
	it('of a person who was not asked', async () => {
		const waiting = await ask(stage);
		const { messageId } = waiting.json('Ask')[0];
		const { content } = await stage.control.message(String(messageId));
		const { id } = (content as { action: { buttons: Array<{ reply: { id: string } }> } }).action
			.buttons[0].reply;
		await stage.control.sendWebhook('messages', {
			messaging_product: 'whatsapp',
			metadata: { display_phone_number: '1', phone_number_id: stage.sandbox.seed.phoneNumberId },
			contacts: [{ profile: { name: 'Ben' }, wa_id: BEN }],
			messages: [
				{
					from: BEN,
					id: 'wamid.other',
					timestamp: '1749416383',
					type: 'interactive',
					interactive: { type: 'button_reply', button_reply: { id, title: 'Approve' } },
				},
			],
		});
		await eventually(async () => {
			expect((await stage.control.deliveries()).at(-1)).toMatchObject({ status: 200 });
		});
		expect(stage.engine.waiting.ids).toContain(waiting.executionId);

		const done = continued(stage, waiting.executionId);
		await tap(messageId, 'Decline');
		expect((await done).json('After')[0]).toMatchObject({ approved: false, answeredBy: ANA });
	});
});

describe('several answers', () => {
	it('of two taps at once, only one continues the execution', async () => {
		const waiting = await ask(stage);
		const { messageId } = waiting.json('Ask')[0];
		const resumed = jest.fn();
		stage.engine.executions.on('resumed', resumed);
		const done = continued(stage, waiting.executionId);
		await Promise.all([tap(messageId, 'Approve'), tap(messageId, 'Decline')]);
		await done;
		await eventually(async () => {
			expect(await texts()).toHaveLength(1);
		});
		stage.engine.executions.off('resumed', resumed);
		expect(resumed).toHaveBeenCalledTimes(1);
	});

	it('reach each the execution that asked, in whatever order', async () => {
		// A person each, because WhatsApp takes few messages a minute for one.
		const people = Array.from({ length: 100 }, (_, index) => `1555010${3000 + index}`);
		for (const waId of people) await stage.control.addCustomer({ waId, name: waId });
		const waiting = await Promise.all(
			people.map(async (waId) => await ask(stage, { recipient: `+${waId}` })),
		);
		const shuffled = waiting
			.map((one, index) => ({
				one,
				title: index % 3 === 0 ? 'Decline' : 'Approve',
				at: (index * 37) % 100,
			}))
			.sort((a, b) => a.at - b.at);
		for (const { one, title } of shuffled) {
			const { messageId } = one.json('Ask')[0];
			const done = continued(stage, one.executionId);
			await tap(messageId, title, String(one.json('Ask')[0].waId));
			expect((await done).json('After')[0]).toMatchObject({ messageId, choice: title });
		}
	}, 120_000);

	it('of one execution that asks five times, each continues at its question', async () => {
		const five = chain(
			...[1, 2, 3, 4, 5].map((number) =>
				node('whatsAppCloud', question({ message: `Question ${number}` }), {
					name: `Ask ${number}`,
				}),
			),
			node('n8n-nodes-base.noOp', {}, { name: 'After' }),
		);
		let result = await stage.engine.run({ id: 'five', ...five });
		for (const number of [1, 2, 3, 4, 5]) {
			const { messageId } = result.json(`Ask ${number}`)[0];
			const done = continued(stage, result.executionId);
			await tap(messageId, 'Approve');
			result = await done;
			expect(result.json(`Ask ${number}`)[0]).toMatchObject({ approved: true, messageId });
		}
		expect(result.status).toBe('success');
	});
});

describe('an answer that comes too late', () => {
	it.each<[string, (id: string) => Promise<unknown> | void]>([
		['after the time limit', async (id) => await stage.engine.waiting.timeOut(id)],
		['after the execution was deleted', (id) => stage.engine.waiting.delete(id)],
	])('%s is answered', async (_, end) => {
		const waiting = await ask(stage);
		await end(waiting.executionId);
		await tap(waiting.json('Ask')[0].messageId, 'Approve');
		await eventually(async () => {
			expect(await texts()).toEqual([
				'This question has already been answered or is no longer open.',
			]);
		});
	});
});

describe('a question that is not delivered', () => {
	it('continues the execution with the reason', async () => {
		const waiting = await ask(stage);
		const { messageId } = waiting.json('Ask')[0];
		const done = continued(stage, waiting.executionId);
		await stage.control.setStatus(String(messageId), 'failed', { code: 131047 } as never);
		expect((await done).json('After')[0]).toMatchObject({
			answered: false,
			approved: false,
			notDelivered: true,
			messageId,
			reason: expect.any(String) as string,
		});
	});

	it('keeps waiting for a person who has blocked the number', async () => {
		await stage.control.customer(ANA).set({ blockedBusiness: true });
		const waiting = await ask(stage);
		expect(waiting.status).toBe('waiting');
		const result = await stage.engine.waiting.timeOut(waiting.executionId);
		expect(result.json('After')[0]).toMatchObject({ timedOut: true });
	});
});

describe('an answer that cannot be handed over', () => {
	it('is delivered again by Meta', async () => {
		const waiting = await ask(stage);
		const { store } = stage.engine.executions;
		stage.engine.executions.store = async () => await Promise.reject(new Error('Database locked'));
		const done = continued(stage, waiting.executionId);
		await tap(waiting.json('Ask')[0].messageId, 'Approve');
		await eventually(async () => {
			const deliveries = await stage.control.deliveries();
			expect(deliveries.some(({ status }) => status === 503)).toBe(true);
		});
		stage.engine.executions.store = store;
		await stage.control.advance(60 * 60 * 1000);
		expect((await done).json('After')[0]).toMatchObject({ approved: true });
		expect(await texts()).toEqual([]);
	});
});

describe('a second tap', () => {
	it('is answered and changes nothing', async () => {
		const waiting = await ask(stage);
		const { messageId } = waiting.json('Ask')[0];
		const done = continued(stage, waiting.executionId);
		await tap(messageId, 'Approve');
		await done;
		await tap(messageId, 'Decline');
		await eventually(async () => {
			expect(await texts()).toEqual([
				'This question has already been answered or is no longer open.',
			]);
		});
	});
});
