/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { WhatsAppEvent } from '../../../../cloud-api/webhooks/event';
import { readEvents } from '../../../../cloud-api/webhooks/events';
import { readPayload } from '../../../../cloud-api/webhooks/payload';
import { WEBHOOK_FIELDS } from '../../../../cloud-api/webhooks/webhookFields';

const FOLDER = join(__dirname, '../../../fixtures/webhooks');
const FIXTURES = readdirSync(FOLDER).map((file) => readFileSync(join(FOLDER, file), 'utf8'));
const BUSINESS = '15550783881';

/** Every fact in a value: the name of its field, and what it is. */
function facts(value: unknown, name = ''): string[] {
	if (Array.isArray(value)) {
		return value.length === 0
			? [`${name}=[]`]
			: value.flatMap((entry: unknown) => facts(entry, name));
	}
	if (typeof value !== 'object' || value === null) return [`${name}=${JSON.stringify(value)}`];
	return Object.entries(value).flatMap(([key, inner]) => facts(inner, key));
}

function expectWhole(body: string): WhatsAppEvent[] {
	const payload = readPayload(body);
	if ('rejected' in payload) throw new Error(payload.rejected);
	// IDs of 17 digits are no JavaScript numbers; raw has them as text.
	const exact = body.replace(/:\s*(\d{17})(?=[\s,}])/g, ':"$1"');
	const { entry } = JSON.parse(exact) as { entry: Array<{ changes: Array<{ value: unknown }> }> };
	return entry.flatMap(({ changes }, at) =>
		changes.flatMap((change, index) => {
			const before = entry.slice(0, at).flatMap((one) => one.changes).length;
			const events = readEvents([payload.changes[before + index]]);
			const held = new Set(events.flatMap(({ raw }) => facts(raw)));
			expect(facts(change.value, 'value').filter((fact) => !held.has(fact))).toEqual([]);
			return events;
		}),
	);
}

const NAMES = ['Ana', 'Ben', 'Cho', 'Dag'];
const person = fc.constantFrom(0, 1, 2, 3);
const waId = (who: number) => `1650555000${who}`;
const userId = (who: number) => `US.1000${who}`;

const contact = fc
	.record({ who: person, byNumber: fc.boolean(), byUser: fc.boolean() })
	.map(({ who, byNumber, byUser }) => ({
		profile: { name: NAMES[who] },
		...((byNumber || !byUser) && { wa_id: waId(who) }),
		...(byUser && { user_id: userId(who) }),
	}));

/** How an entry of each list names its person. */
const ids: Record<string, (who: number) => object> = {
	messages: (who) => ({ from: waId(who), from_user_id: userId(who) }),
	statuses: (who) => ({ recipient_id: waId(who), recipient_user_id: userId(who) }),
	message_echoes: (who) => ({ from: BUSINESS, to: waId(who), to_user_id: userId(who) }),
	calls: (who) => ({ from: waId(who), from_user_id: userId(who) }),
	user_preferences: (who) => ({ wa_id: waId(who), user_id: userId(who) }),
	groups: (who) => ({ wa_id: waId(who), user_id: userId(who), type: 'group_join_request_created' }),
	user_actions: () => ({ action_type: 'landing_page_view' }),
	automatic_events: () => ({ event_name: 'Purchase' }),
	events: () => ({ event_name: 'AddToCart' }),
	state_sync: () => ({ action: 'add' }),
	errors: () => ({ code: 131047, title: 'Re-engagement message' }),
	holograms: () => ({ depth: 3 }),
};

const entry = (list: string) =>
	fc
		.record({ who: person, id: fc.nat(), odd: fc.boolean(), text: fc.string() })
		.map(({ who, id, odd, text }) => ({
			id: `wamid.${id}`,
			timestamp: '1749416383',
			type: 'text',
			text: { body: text },
			...ids[list](who),
			...(odd && { [`new_${id}`]: id }),
		}));

const lists = fc.record(
	Object.fromEntries(
		Object.keys(ids).map((list) => [list, fc.array(entry(list), { maxLength: 3 })]),
	),
	{ requiredKeys: [] },
);

const thread = fc
	.record({ who: person, isNew: fc.boolean(), sent: fc.array(fc.boolean(), { maxLength: 3 }) })
	.map(({ who, isNew, sent }) => ({
		id: isNew ? userId(who) : waId(who),
		...(isNew && { context: { wa_id: waId(who), user_id: userId(who), username: NAMES[who] } }),
		messages: sent.map((fromBusiness, index) => ({
			from: fromBusiness ? BUSINESS : waId(who),
			id: `wamid.H${who}${index}`,
			type: 'text',
			text: { body: `${who}` },
			history_context: { status: 'READ', ...(fromBusiness && { from_me: true }) },
		})),
	}));

const history = fc.array(
	fc.record(
		{
			metadata: fc.record({ phase: fc.nat(2), chunk_order: fc.nat(9), progress: fc.nat(100) }),
			threads: fc.array(thread, { maxLength: 4 }),
			errors: fc.constant([{ code: 2593109, title: 'History sync is turned off' }]),
		},
		{ requiredKeys: ['metadata'] },
	),
	{ maxLength: 2 },
);

const value = fc
	.record({
		contacts: fc.array(contact, { maxLength: 3 }),
		lists,
		history: fc.option(history, { nil: undefined }),
		isStandby: fc.boolean(),
	})
	.map(({ contacts, lists: found, history: past, isStandby }) => {
		const inner = { ...(contacts.length > 0 && { contacts }), ...found };
		return {
			messaging_product: 'whatsapp',
			metadata: { display_phone_number: BUSINESS, phone_number_id: '106540352242922' },
			...(isStandby ? { standby: inner } : inner),
			...(past && { history: past }),
		};
	});

const field = fc.constantFrom(...WEBHOOK_FIELDS.map((one) => one.field), 'hologram_update');

const delivery = fc.tuple(field, value).map(([name, content]) =>
	JSON.stringify({
		object: 'whatsapp_business_account',
		entry: [{ id: '1', changes: [{ field: name, value: content }] }],
	}),
);

describe('the events of a change', () => {
	it.each(FIXTURES.map((body, index) => [readdirSync(FOLDER)[index], body]))(
		'of %s contain it completely in raw',
		(_, body) => {
			expectWhole(body);
		},
	);

	it('contain the complete change in raw, for any lists in any field', () => {
		fc.assert(
			fc.property(delivery, (body) => {
				expectWhole(body);
			}),
			{ numRuns: 1500 },
		);
	});

	it('never contain the name or ID of someone else', () => {
		fc.assert(
			fc.property(delivery, (body) => {
				for (const event of expectWhole(body)) {
					if (event.contactName === undefined || event.event === 'contact_sync') continue;
					const who = NAMES.indexOf(event.contactName);
					const known = [event.from, event.to, event.userId].filter((id) => id !== undefined);
					const others = known.filter(
						(id) => id !== BUSINESS && id !== waId(who) && id !== userId(who),
					);
					// The one exception: a single entry and a single contact belong together.
					if (others.length > 0) expect(peopleIn(body)).toBe(1);
				}
			}),
			{ numRuns: 1500 },
		);
	});
});

/** How many people occur in the lists of a delivery. */
function peopleIn(body: string): number {
	const people = new Set(body.match(/1650555000\d|US\.1000\d/g)?.map((id) => id.slice(-1)));
	const { contacts } = (
		JSON.parse(body) as {
			entry: Array<{
				changes: Array<{ value: { contacts?: object[]; standby?: { contacts?: object[] } } }>;
			}>;
		}
	).entry[0].changes[0].value;
	const listed = new Set(
		JSON.stringify(contacts ?? [])
			.match(/1650555000\d|US\.1000\d/g)
			?.map((id) => id.slice(-1)),
	);
	return people.size - [...listed].length;
}
