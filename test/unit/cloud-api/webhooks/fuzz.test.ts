/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readEvents } from '../../../../cloud-api/webhooks/events';
import { readPayload } from '../../../../cloud-api/webhooks/payload';
import { WEBHOOK_FIELDS } from '../../../../cloud-api/webhooks/webhookFields';

const FOLDER = join(__dirname, '../../../fixtures/webhooks');
const FIXTURES = readdirSync(FOLDER).map((file) => readFileSync(join(FOLDER, file), 'utf8'));

function eventsOf(body: string) {
	const payload = readPayload(body);
	return 'rejected' in payload ? [] : readEvents(payload.changes);
}

/** What every event must be, whatever came in. */
function expectSound(body: string): void {
	for (const event of eventsOf(body)) {
		expect(typeof event.event).toBe('string');
		expect(typeof event.text).toBe('string');
		expect(typeof event.field).toBe('string');
		expect(() => JSON.stringify(event)).not.toThrow();
		if (event.timestamp !== undefined) expect(Date.parse(event.timestamp)).not.toBeNaN();
	}
	expect(({} as { evil?: unknown }).evil).toBeUndefined();
}

/** Every place in a JSON value, as the path to it. */
function places(value: unknown, path: string[] = []): string[][] {
	if (typeof value !== 'object' || value === null) return [path];
	return [path, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: string[], by: unknown): unknown {
	if (key === undefined) return by;
	const copy = (
		Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
	) as Record<string, unknown>;
	copy[key] = replaced(copy[key], rest, by);
	return copy;
}

const junk = fc.oneof(
	fc.jsonValue({ maxDepth: 3 }),
	fc.constantFrom('', '0', -1, 1e308, 'NaN', '9'.repeat(400), [], {}, [[]], [null], null, true),
	fc.constant('\u0000\ud800"\\'),
);

describe('reading malformed deliveries', () => {
	it('never throws if any part of a real one is replaced', () => {
		fc.assert(
			fc.property(fc.constantFrom(...FIXTURES), fc.nat(), junk, (fixture, where, by) => {
				const parsed: unknown = JSON.parse(fixture);
				const all = places(parsed);
				expectSound(JSON.stringify(replaced(parsed, all[where % all.length], by)));
			}),
			{ numRuns: 3000 },
		);
	});

	it('never throws for any value of any field', () => {
		const fields = fc.oneof(
			fc.constantFrom(...WEBHOOK_FIELDS.map(({ field }) => field)),
			fc.string(),
			fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty'),
		);
		const lists = fc.dictionary(
			fc.constantFrom(
				'messages',
				'statuses',
				'contacts',
				'errors',
				'calls',
				'groups',
				'history',
				'standby',
				'message_echoes',
				'state_sync',
				'user_actions',
				'user_preferences',
				'automatic_events',
				'events',
				'metadata',
				'__proto__',
				'constructor',
			),
			fc.oneof(
				junk,
				fc.array(
					fc.dictionary(
						fc.constantFrom(
							'id',
							'type',
							'from',
							'timestamp',
							'text',
							'image',
							'interactive',
							'order',
							'edit',
							'context',
							'status',
							'errors',
							'pricing',
							'threads',
							'message',
							'__proto__',
						),
						junk,
					),
				),
			),
		);
		fc.assert(
			fc.property(fields, fc.oneof(junk, lists), (field, value) => {
				expectSound(
					JSON.stringify({
						object: 'whatsapp_business_account',
						entry: [{ id: '1', changes: [{ field, value }] }],
					}),
				);
			}),
			{ numRuns: 3000 },
		);
	});

	it('never throws for a message type that is the name of something built in', () => {
		for (const type of ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty']) {
			for (const part of [
				{ type, [type]: 1 },
				{ type: 'interactive', interactive: { type, [type]: {} } },
			]) {
				const value = { messages: [{ id: 'wamid.A', ...part }] };
				expectSound(
					JSON.stringify({
						object: 'whatsapp_business_account',
						entry: [{ changes: [{ field: 'messages', value }] }],
					}),
				);
			}
		}
	});

	it('passes through nesting that can still be serialized', () => {
		const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
		const body = (levels: number) =>
			`{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"messages":[{"id":"wamid.A","type":"x","x":${deep(levels)}}]}}]}]}`;
		expect(eventsOf(body(800))).toHaveLength(1);
		expectSound(body(800));
		expect(readPayload(body(2000))).toHaveProperty('rejected');
	});
});
