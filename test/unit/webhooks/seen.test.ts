import type { IDataObject } from 'n8n-workflow';
import type { WhatsAppEvent } from '../../../cloud-api/webhooks/event';
import {
	eventKey,
	SeenEvents,
	seenEventsOf,
} from '../../../nodes/WhatsAppCloudTrigger/delivery/seen';

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
		const seen = new SeenEvents();
		expect(await seen.claim(key('a'), done, 0)).toBe(true);
		expect(await seen.claim(key('a'), Promise.resolve(true), 1)).toBe(false);
		expect(await seen.claim(key('b'), done, 1)).toBe(true);
	});

	it('does not wait for itself when one delivery holds an event twice', async () => {
		const seen = new SeenEvents();
		const never = new Promise<boolean>(() => {});
		expect(await seen.claim(key('a'), never, 0)).toBe(true);
		expect(await seen.claim(key('a'), never, 0)).toBe(false);
	});

	it('gives an event free when n8n could not store its execution', async () => {
		const seen = new SeenEvents();
		let answer: (success: boolean) => void = () => {};
		const first = new Promise<boolean>((resolve) => (answer = resolve));
		expect(await seen.claim(key('a'), first, 0)).toBe(true);
		const second = seen.claim(key('a'), done, 1);
		answer(false);
		expect(await second).toBe(true);
	});

	it('holds it when the execution that was under way was stored', async () => {
		const seen = new SeenEvents();
		let answer: (success: boolean) => void = () => {};
		const first = new Promise<boolean>((resolve) => (answer = resolve));
		await seen.claim(key('a'), first, 0);
		const second = seen.claim(key('a'), Promise.resolve(true), 1);
		answer(true);
		expect(await second).toBe(false);
	});

	it('lasts as long as Meta delivers again: seven days', async () => {
		const seen = new SeenEvents();
		await seen.claim(key('a'), done, 0);
		await done;
		expect(await seen.claim(key('a'), Promise.resolve(true), 7 * DAY)).toBe(false);
		expect(await seen.claim(key('a'), Promise.resolve(true), 7 * DAY + 1)).toBe(true);
	});

	it('survives a restart through the static data, and adds what another process knew', async () => {
		const stored: IDataObject = {};
		const before = new SeenEvents();
		await before.claim(key('a'), done, 0);
		before.save(stored, 0);
		const after = new SeenEvents();
		after.load(JSON.parse(JSON.stringify(stored)) as IDataObject, 1);
		expect(await after.claim(key('a'), done, 1)).toBe(false);
		expect(await after.claim(key('b'), done, 1)).toBe(true);
		after.save(stored, 1);
		before.load(stored, 2);
		expect(await before.claim(key('b'), Promise.resolve(true), 2)).toBe(false);
	});

	it('forgets what was stored more than seven days ago, and stored once more what is known keeps its time', async () => {
		const stored: IDataObject = {};
		const before = new SeenEvents();
		await before.claim(key('a'), done, 0);
		before.save(stored, 0);
		const late = new SeenEvents();
		late.load(stored, 7 * DAY + 1);
		expect(await late.claim(key('a'), Promise.resolve(true), 7 * DAY + 1)).toBe(true);

		const known = new SeenEvents();
		await known.claim(key('a'), done, 0);
		const fromAnother = new SeenEvents();
		await fromAnother.claim(key('a'), done, 6 * DAY);
		fromAnother.save(stored, 6 * DAY);
		known.load(stored, 6 * DAY);
		expect(await known.claim(key('a'), Promise.resolve(true), 7 * DAY + 1)).toBe(true);
	});

	it('a late failure gives nothing free that was taken on anew meanwhile', async () => {
		const seen = new SeenEvents();
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
		expect(seenEventsOf('1', 'node')).toBe(seenEventsOf('1', 'node'));
		expect(seenEventsOf('1', 'node')).not.toBe(seenEventsOf('2', 'node'));
		expect(seenEventsOf('1', 'node')).not.toBe(seenEventsOf('1', 'another'));
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
		for (const seenEvents of [null, 7, 'x', { keys: 7 }, { keys: 'short' }, []]) {
			expect(() => new SeenEvents().load({ seenEvents } as IDataObject, 0)).not.toThrow();
		}
	});

	it('writes the static data at intervals, and only the latest 2,000', async () => {
		const seen = new SeenEvents();
		const stored: { seenEvents?: { keys: string } } = {};
		for (let i = 0; i < 3000; i++) await seen.claim(key(String(i)), done, 0);
		seen.save(stored as IDataObject, 0);
		expect(stored.seenEvents?.keys).toHaveLength(2000 * 11);
		const first = stored.seenEvents;
		seen.save(stored as IDataObject, 5000);
		expect(stored.seenEvents).toBe(first);
		seen.save(stored as IDataObject, 10_000);
		expect(stored.seenEvents).not.toBe(first);
	});

	it('is bounded', async () => {
		const seen = new SeenEvents();
		for (let i = 0; i < 50_001; i++) await seen.claim(String(i), done, 0);
		expect(await seen.claim('0', Promise.resolve(true), 0)).toBe(true);
		expect(await seen.claim('50000', Promise.resolve(true), 0)).toBe(false);
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
