import type { IDataObject } from 'n8n-workflow';
import type { WhatsAppEvent } from '../../../../cloud-api/webhooks/event';
import { Acceptance, GRACE_MS } from '../../../../nodes/WhatsAppCloudTrigger/delivery/acceptance';
import {
	HandledEvents,
	handledEventsOf,
	type Candidate,
} from '../../../../nodes/WhatsAppCloudTrigger/delivery/dedupe';
import {
	budgetOf,
	eventKey,
	type Budget,
} from '../../../../nodes/WhatsAppCloudTrigger/delivery/eventKey';

const DAY = 24 * 60 * 60 * 1000;

const event = (fields: Partial<WhatsAppEvent>): WhatsAppEvent => ({
	event: 'message',
	field: 'messages',
	text: '',
	raw: {},
	...fields,
});

const key = (id: string) => eventKey(event({ messageId: id }));
const candidates = (...ids: string[]): Candidate[] =>
	ids.map((id) => ({ key: key(id), budget: 'messages' }));

/** A delivery that n8n has answered with success. */
function accepted(): Acceptance {
	const acceptance = new Acceptance();
	acceptance.answer(200);
	return acceptance;
}

/** Claims for a new delivery, by default one that n8n accepts at once. */
async function claim(handled: HandledEvents, ids: string[], now = 0, delivery = accepted()) {
	return await handled.claim(candidates(...ids), delivery, () => now);
}

const stored = (handled: HandledEvents, now: number, delivery = accepted()): IDataObject => {
	const data: IDataObject = {};
	handled.save(data, now, delivery);
	return JSON.parse(JSON.stringify(data)) as IDataObject;
};

describe('the events that a trigger has handled', () => {
	it('are handled once', async () => {
		const handled = new HandledEvents();
		expect(await claim(handled, ['a'])).toEqual([true]);
		expect(await claim(handled, ['a', 'b'], 1)).toEqual([false, true]);
	});

	it('are not stored again after seven days', async () => {
		const handled = new HandledEvents();
		await claim(handled, ['a']);
		const data = stored(handled, 0);
		const restarted = (now: number) => {
			const other = new HandledEvents();
			other.load(data, now);
			return stored(other, now).handledEvents;
		};
		expect(restarted(7 * DAY)).toMatchObject({ messages: `${key('a')}00000` });
		expect(restarted(7 * DAY + 1)).toMatchObject({ messages: '' });
	});

	it('are claimed once within one delivery', async () => {
		const handled = new HandledEvents();
		const delivery = new Acceptance();
		expect(await claim(handled, ['a', 'a'], 0, delivery)).toEqual([true, false]);
		expect(await claim(handled, ['a'], 0, delivery)).toEqual([false]);
	});

	it('are free again when n8n could not store their execution', async () => {
		const handled = new HandledEvents();
		const first = new Acceptance();
		await claim(handled, ['a'], 0, first);
		const second = claim(handled, ['a'], 1);
		first.answer(500);
		expect(await second).toEqual([true]);
		const third = new Acceptance();
		third.answer(500);
		await claim(handled, ['b'], 2, third);
		expect(await claim(handled, ['b'], 3)).toEqual([true]);
	});

	it('are dropped when the execution that was pending is stored', async () => {
		const handled = new HandledEvents();
		const first = new Acceptance();
		await claim(handled, ['a'], 0, first);
		const second = claim(handled, ['a'], 1);
		first.answer(200);
		expect(await second).toEqual([false]);
	});

	it('whose delivery Meta hung up on: n8n’s answer decides, and without one the grace period', async () => {
		for (const [status, again] of [
			[200, false],
			[500, true],
		] as const) {
			const handled = new HandledEvents();
			const first = new Acceptance();
			await claim(handled, ['a'], 0, first);
			first.hangUp(0);
			const second = claim(handled, ['a'], 100);
			first.answer(status);
			expect(await second).toEqual([again]);
		}
		const handled = new HandledEvents();
		const silent = new Acceptance();
		await claim(handled, ['a'], 0, silent);
		silent.hangUp(0);
		expect(await claim(handled, ['a'], GRACE_MS)).toEqual([true]);
		// What n8n answers late changes nothing about the delivery that went through.
		silent.answer(500);
		await silent.settled;
		expect(await claim(handled, ['a'], GRACE_MS + 1)).toEqual([false]);
	});

	it('that another delivery holds for too long make Meta redeliver, and nothing stays claimed', async () => {
		const handled = new HandledEvents();
		await claim(handled, ['x'], 0, new Acceptance());
		let now = 0;
		const clock = () => (now += 5001);
		expect(await handled.claim(candidates('a', 'x'), new Acceptance(), clock)).toBeUndefined();
		expect(await claim(handled, ['a'], 1)).toEqual([true]);
	});

	it('held by two deliveries in opposite order: neither waits for the other', async () => {
		const handled = new HandledEvents();
		const holder = new Acceptance();
		await claim(handled, ['x'], 0, holder);
		const [a, b] = [new Acceptance(), new Acceptance()];
		const first = claim(handled, ['x', '1', '2'], 0, a);
		const second = claim(handled, ['x', '2', '1'], 0, b);
		holder.answer(500);
		expect(await first).toEqual([true, true, true]);
		a.answer(200);
		expect(await second).toEqual([false, false, false]);
	});

	it('are known for as long as Meta redelivers: seven days', async () => {
		const handled = new HandledEvents();
		await claim(handled, ['a'], 0);
		expect(await claim(handled, ['a'], 7 * DAY)).toEqual([false]);
		expect(await claim(handled, ['a'], 7 * DAY + 1)).toEqual([true]);
	});

	it('survive a restart through the static data, and pass to another process', async () => {
		const before = new HandledEvents();
		await claim(before, ['a'], 0);
		await Promise.resolve();
		const after = new HandledEvents();
		after.load(stored(before, 0), 1);
		expect(await claim(after, ['a', 'b'], 1)).toEqual([false, true]);
		await Promise.resolve();
		before.load(stored(after, 1), 2);
		expect(await claim(before, ['b'], 2)).toEqual([false]);
	});

	it('are stored only when they are settled, or of the delivery with which n8n stores them', async () => {
		const handled = new HandledEvents();
		await claim(handled, ['settled'], 0);
		await Promise.resolve();
		await claim(handled, ['pending'], 0, new Acceptance());
		const own = new Acceptance();
		await claim(handled, ['own'], 0, own);
		const after = new HandledEvents();
		after.load(stored(handled, 0, own), 1);
		expect(await claim(after, ['settled', 'pending', 'own'], 1)).toEqual([false, true, false]);
	});

	it('are stored again at once when n8n could not store the delivery that brought them', async () => {
		const handled = new HandledEvents();
		const failing = new Acceptance();
		await claim(handled, ['a'], 0, failing);
		stored(handled, 0, failing);
		failing.answer(500);
		await failing.settled;
		await claim(handled, ['b'], 1);
		expect(stored(handled, 1)).toHaveProperty('handledEvents');
	});

	it('are forgotten when they were stored more than seven days ago', async () => {
		const before = new HandledEvents();
		await claim(before, ['a'], 0);
		await Promise.resolve();
		const late = new HandledEvents();
		late.load(stored(before, 0), 7 * DAY + 1);
		expect(await claim(late, ['a'], 7 * DAY + 1)).toEqual([true]);
	});

	it('keep their own time through restarts, so that none is known for longer than seven days', async () => {
		let handled = new HandledEvents();
		for (let day = 0; day < 6; day++) {
			await claim(handled, [`day ${day}`], day * DAY);
			await Promise.resolve();
			const data = stored(handled, day * DAY);
			handled = new HandledEvents();
			handled.load(data, day * DAY + 1);
		}
		expect(await claim(handled, ['day 0', 'day 1'], 7 * DAY + 1)).toEqual([true, false]);
		expect(await claim(handled, ['day 1', 'day 5'], 8 * DAY + 1)).toEqual([true, false]);
	});

	it('are known to the minute in the static data, today too', async () => {
		const now = Date.parse('2026-11-28T12:34:56Z');
		const handled = new HandledEvents();
		await claim(handled, ['a'], now);
		await Promise.resolve();
		const after = new HandledEvents();
		after.load(stored(handled, now), now);
		expect(await claim(after, ['a'], now + 7 * DAY - 60_000)).toEqual([false]);
		expect(await claim(after, ['a'], now + 7 * DAY + 1)).toEqual([true]);
	});

	it('are those of one trigger of one workflow', () => {
		expect(handledEventsOf('1', 'node')).toBe(handledEventsOf('1', 'node'));
		expect(handledEventsOf('1', 'node')).not.toBe(handledEventsOf('2', 'node'));
		expect(handledEventsOf('1', 'node')).not.toBe(handledEventsOf('1', 'another'));
	});

	it('ignore malformed static data', () => {
		for (const handledEvents of [
			null,
			7,
			'x',
			{ messages: 7 },
			{ messages: 'short' },
			{ messages: '-'.repeat(16) },
			[],
		]) {
			expect(() => new HandledEvents().load({ handledEvents } as IDataObject, 0)).not.toThrow();
		}
	});

	it('are written at intervals, and only the latest 2,000 messages', async () => {
		const handled = new HandledEvents();
		const ids = Array.from({ length: 3000 }, (_, index) => String(index));
		await claim(handled, ids, 0);
		await Promise.resolve();
		const first = stored(handled, 0) as { handledEvents: { messages: string } };
		expect(first.handledEvents.messages).toHaveLength(2000 * 16);
		expect(stored(handled, 5000)).toEqual({});
		expect(stored(handled, 10_000)).toHaveProperty('handledEvents');
	});

	it('are bounded, and 60,000 statuses make the trigger forget no message', async () => {
		const handled = new HandledEvents();
		const many = (count: number, budget: Budget, from = 0) =>
			Array.from({ length: count }, (_, index) => ({ key: `${budget}${index + from}`, budget }));
		const claimAll = async (list: Candidate[]) => await handled.claim(list, accepted(), () => 0);
		await claimAll(many(1, 'messages'));
		await claimAll(many(60_000, 'statuses'));
		await claimAll(many(60_000, 'history'));
		expect(await claimAll(many(1, 'messages'))).toEqual([false]);
		expect(await claimAll(many(1, 'statuses', 59_999))).toEqual([false]);
		expect(await claimAll(many(1, 'statuses'))).toEqual([true]);
	});
});

describe('what identifies an event', () => {
	it('is message, type, and status, whatever batch it comes in', () => {
		const sent = event({ event: 'status', messageId: 'wamid.A', status: 'sent', raw: { a: 1 } });
		expect(eventKey({ ...sent, raw: { b: 2 } })).toBe(eventKey(sent));
		expect(eventKey({ ...sent, status: 'read' })).not.toBe(eventKey(sent));
		expect(eventKey(event({ messageId: 'wamid.A' }))).not.toBe(eventKey(sent));
		const update = event({ event: 'account_update', field: 'account_update', raw: { event: 'X' } });
		expect(eventKey(update)).toBe(eventKey({ ...update }));
		expect(eventKey({ ...update, timestamp: '2026-01-01T00:00:00.000Z' })).not.toBe(
			eventKey(update),
		);
	});

	it('is the whole content where one message ID stands for several events', () => {
		const placeholder = event({
			event: 'history',
			messageId: 'wamid.H',
			type: 'media_placeholder',
		});
		expect(eventKey({ ...placeholder, type: 'image' })).not.toBe(eventKey(placeholder));
		const paid = event({
			event: 'status',
			messageId: 'wamid.A',
			status: 'captured',
			payment: {},
			raw: { statuses: [{ refunds: [] }] },
		});
		const refunded = { ...paid, raw: { statuses: [{ refunds: [1] }] } };
		expect(eventKey(refunded)).not.toBe(eventKey(paid));
		expect(eventKey({ ...paid })).toBe(eventKey(paid));
		const lead = event({ event: 'automatic_event', messageId: 'wamid.A', raw: { a: 'lead' } });
		expect(eventKey({ ...lead, raw: { a: 'purchase' } })).not.toBe(eventKey(lead));
		const inGroup = event({
			event: 'status',
			messageId: 'wamid.A',
			groupId: 'G',
			status: 'read',
			raw: { a: 1 },
		});
		expect(eventKey({ ...inGroup, raw: { a: 2 } })).not.toBe(eventKey(inGroup));
	});

	it('counts statuses and histories separately from messages', () => {
		expect(budgetOf(event({ type: 'text' }))).toBe('messages');
		expect(budgetOf(event({ event: 'status', status: 'read' }))).toBe('statuses');
		expect(budgetOf(event({ event: 'standby', status: 'read' }))).toBe('statuses');
		expect(budgetOf(event({ type: 'interactive', status: 'captured' }))).toBe('messages');
		expect(budgetOf(event({ event: 'history', type: 'text' }))).toBe('history');
		expect(budgetOf(event({ event: 'message_template_status_update' }))).toBe('messages');
	});
});
