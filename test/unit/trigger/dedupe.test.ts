import type { IDataObject } from 'n8n-workflow';
import type { WhatsAppEvent } from '../../../cloud-api/webhooks/event';
import {
	eventKey,
	HandledEvents,
	handledEventsOf,
} from '../../../nodes/WhatsAppCloudTrigger/delivery/dedupe';

const DAY = 24 * 60 * 60 * 1000;
const done = Promise.resolve(true);
const event = (fields: Partial<WhatsAppEvent>): WhatsAppEvent => ({
	event: 'message',
	field: 'messages',
	text: '',
	raw: {},
	...fields,
});
const key = (id: string) => eventKey(event({ messageId: id }));

describe('the memory of a trigger', () => {
	it('takes an event on once', async () => {
		const seen = new HandledEvents();
		expect(await seen.claim(key('a'), done, 0)).toBe(true);
		expect(await seen.claim(key('a'), Promise.resolve(true), 1)).toBe(false);
		expect(await seen.claim(key('b'), done, 1)).toBe(true);
	});

	it('does not wait for itself when one delivery holds an event twice', async () => {
		const seen = new HandledEvents();
		const never = new Promise<boolean>(() => {});
		expect(await seen.claim(key('a'), never, 0)).toBe(true);
		expect(await seen.claim(key('a'), never, 0)).toBe(false);
	});

	it('gives an event free when n8n could not store its execution', async () => {
		const seen = new HandledEvents();
		let answer: (success: boolean) => void = () => {};
		const first = new Promise<boolean>((resolve) => (answer = resolve));
		expect(await seen.claim(key('a'), first, 0)).toBe(true);
		const second = seen.claim(key('a'), done, 1);
		answer(false);
		expect(await second).toBe(true);
	});

	it('holds it when the execution that was under way was stored', async () => {
		const seen = new HandledEvents();
		let answer: (success: boolean) => void = () => {};
		const first = new Promise<boolean>((resolve) => (answer = resolve));
		await seen.claim(key('a'), first, 0);
		const second = seen.claim(key('a'), Promise.resolve(true), 1);
		answer(true);
		expect(await second).toBe(false);
	});

	it('lasts as long as Meta delivers again: seven days', async () => {
		const seen = new HandledEvents();
		await seen.claim(key('a'), done, 0);
		await done;
		expect(await seen.claim(key('a'), Promise.resolve(true), 7 * DAY)).toBe(false);
		expect(await seen.claim(key('a'), Promise.resolve(true), 7 * DAY + 1)).toBe(true);
	});

	it('survives a restart through the static data, and adds what another process knew', async () => {
		const stored: IDataObject = {};
		const before = new HandledEvents();
		await before.claim(key('a'), done, 0);
		before.save(stored, 0);
		const after = new HandledEvents();
		after.load(JSON.parse(JSON.stringify(stored)) as IDataObject, 1);
		expect(await after.claim(key('a'), done, 1)).toBe(false);
		expect(await after.claim(key('b'), done, 1)).toBe(true);
		after.save(stored, 1);
		before.load(stored, 2);
		expect(await before.claim(key('b'), Promise.resolve(true), 2)).toBe(false);
	});

	it('forgets what was stored more than seven days ago, and stored once more what is known keeps its time', async () => {
		const stored: IDataObject = {};
		const before = new HandledEvents();
		await before.claim(key('a'), done, 0);
		before.save(stored, 0);
		const late = new HandledEvents();
		late.load(stored, 7 * DAY + 1);
		expect(await late.claim(key('a'), Promise.resolve(true), 7 * DAY + 1)).toBe(true);

		const known = new HandledEvents();
		await known.claim(key('a'), done, 0);
		const fromAnother = new HandledEvents();
		await fromAnother.claim(key('a'), done, 6 * DAY);
		fromAnother.save(stored, 6 * DAY);
		known.load(stored, 6 * DAY);
		expect(await known.claim(key('a'), Promise.resolve(true), 7 * DAY + 1)).toBe(true);
	});

	it('a late failure gives nothing free that was taken on anew meanwhile', async () => {
		const seen = new HandledEvents();
		let answer: (success: boolean) => void = () => {};
		const first = new Promise<boolean>((resolve) => (answer = resolve));
		await seen.claim(key('a'), first, 0);
		const second = Promise.resolve(true);
		expect(await seen.claim(key('a'), second, 8 * DAY)).toBe(true);
		answer(false);
		await first;
		expect(await seen.claim(key('a'), Promise.resolve(true), 8 * DAY)).toBe(false);
	});

	it('is one for each trigger of each workflow', () => {
		expect(handledEventsOf('1', 'node')).toBe(handledEventsOf('1', 'node'));
		expect(handledEventsOf('1', 'node')).not.toBe(handledEventsOf('2', 'node'));
		expect(handledEventsOf('1', 'node')).not.toBe(handledEventsOf('1', 'another'));
	});

	it('knows messages of a group by all that they say', () => {
		// In a group one message ID stands for what reached each participant.
		const one = event({
			event: 'status',
			messageId: 'wamid.A',
			groupId: 'G',
			status: 'read',
			raw: { a: 1 },
		});
		expect(eventKey({ ...one, raw: { a: 2 } })).not.toBe(eventKey(one));
		expect(eventKey({ ...one })).toBe(eventKey(one));
	});

	it('ignores static data that is something else', () => {
		for (const handledEvents of [null, 7, 'x', { keys: 7 }, { keys: 'short' }, []]) {
			expect(() => new HandledEvents().load({ handledEvents } as IDataObject, 0)).not.toThrow();
		}
	});

	it('writes the static data at intervals, and only the latest 2,000', async () => {
		const seen = new HandledEvents();
		const stored: { handledEvents?: { keys: string } } = {};
		for (let i = 0; i < 3000; i++) await seen.claim(key(String(i)), done, 0);
		seen.save(stored as IDataObject, 0);
		expect(stored.handledEvents?.keys).toHaveLength(2000 * 11);
		const first = stored.handledEvents;
		seen.save(stored as IDataObject, 5000);
		expect(stored.handledEvents).toBe(first);
		seen.save(stored as IDataObject, 10_000);
		expect(stored.handledEvents).not.toBe(first);
	});

	it('is bounded', async () => {
		const seen = new HandledEvents();
		for (let i = 0; i < 50_001; i++) await seen.claim(String(i), done, 0);
		expect(await seen.claim('0', Promise.resolve(true), 0)).toBe(true);
		expect(await seen.claim('50000', Promise.resolve(true), 0)).toBe(false);
	});

	it('tells events of one message apart that say different things', () => {
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
	});

	it('knows an event by message and status, whatever batch it comes in', () => {
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
});
