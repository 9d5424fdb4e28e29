/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
import { readEvents } from '../../../../cloud-api/webhooks/events';
import { readPayload } from '../../../../cloud-api/webhooks/payload';
import { budgetOf, eventKey } from '../../../../nodes/WhatsAppCloudTrigger/delivery/eventKey';

/** Meta's limit of a delivery. */
const THREE_MB = 3 * 1024 * 1024;

const metadata = { display_phone_number: '15550783881', phone_number_id: '106540352242922' };

function body(value: object, field = 'messages'): string {
	return JSON.stringify({
		object: 'whatsapp_business_account',
		entry: [{ id: '102290129340398', changes: [{ field, value: { metadata, ...value } }] }],
	});
}

/** Everything that a delivery goes through, but for the signature and n8n. */
function handle(delivery: string): void {
	const payload = readPayload(delivery);
	if ('rejected' in payload) return;
	for (const event of readEvents(payload.changes)) {
		eventKey(event);
		budgetOf(event);
	}
}

const list = (count: number, entry: (index: number) => object) =>
	Array.from({ length: count }, (_, index) => entry(index));

const text = (index: number, content = 'Hello') => ({
	from: `1650555${index}`,
	from_user_id: `US.${index}`,
	id: `wamid.${index}`,
	timestamp: '1749416383',
	type: 'text',
	text: { body: content },
});

const flow = (response: unknown) => ({
	...text(0),
	type: 'interactive',
	interactive: { type: 'nfm_reply', nfm_reply: { response_json: JSON.stringify(response) } },
});

/** Deliveries of a size that grows with n. */
const DELIVERIES: Record<string, (n: number) => string> = {
	'many messages': (n) => body({ messages: list(n / 200, (i) => text(i)) }),
	'many messages of one sender': (n) => body({ messages: list(n / 200, () => text(1)) }),
	'many contacts': (n) =>
		body({
			contacts: list(n / 200, (i) => ({ wa_id: `1650555${i}`, profile: { name: 'x' } })),
			messages: [text(1), text(2)],
		}),
	'contacts that fit nobody': (n) =>
		body({
			contacts: list(n / 200, (i) => ({ wa_id: `99${i}`, profile: { name: 'x' } })),
			messages: list(n / 200, (i) => text(i)),
		}),
	'many statuses': (n) =>
		body({ statuses: list(n / 100, (i) => ({ id: `wamid.${i}`, status: 'read' })) }),
	'many unknown lists': (n) =>
		body(Object.fromEntries(list(n / 100, (i) => [`list_${i}`, [{ i }]] as const) as never)),
	'many unknown fields': (n) =>
		body(Object.fromEntries(Array.from({ length: n / 20 }, (_, i) => [`a_${i}`, i])), 'hologram'),
	'one long text': (n) => body({ messages: [text(0, 'x'.repeat(n))] }),
	'backslashes and quotes': (n) => body({ messages: [text(0, '\\"'.repeat(n / 4))] }),
	'long digits': (n) => `{"a": ${'1'.repeat(n)}}`,
	'long digits in text': (n) => body({ messages: [text(0, `":${'1'.repeat(n)}`)] }),
	'keys with long digits': (n) =>
		body({ messages: [text(0, '"a": 1234567890123456, '.repeat(n / 25))] }),
	'spaces after a colon': (n) => `{"a":${' '.repeat(n)}1}`,
	'quotes without a colon': (n) => `"${'" "'.repeat(n / 3)}`,
	'underscores in a name': (n) => body({ ['_'.repeat(n)]: 1 }, 'hologram'),
	'underscores and letters in a name': (n) => body({ ['_a'.repeat(n / 2)]: 1 }, 'hologram'),
	'open brackets': (n) => '['.repeat(n),
	'a deep flow answer': (n) =>
		body({
			messages: [flow(JSON.parse('['.repeat(400) + ']'.repeat(400))), text(0, 'x'.repeat(n))],
		}),
	'a flow answer of many files': (n) =>
		body({
			messages: [flow({ files: list(n / 60, (i) => ({ id: `${i}`, file_name: 'a.pdf' })) })],
		}),
	'a flow answer of many fields': (n) =>
		body({
			messages: [flow(Object.fromEntries(Array.from({ length: n / 20 }, (_, i) => [`f${i}`, i])))],
		}),
	'a history of many threads': (n) =>
		body(
			{
				history: [
					{
						metadata: {},
						threads: list(n / 300, (i) => ({ id: `1650555${i}`, messages: [text(i)] })),
					},
				],
			},
			'history',
		),
	'a history of one thread': (n) =>
		body(
			{
				history: [
					{ metadata: {}, threads: [{ id: '1650555', messages: list(n / 200, (i) => text(i)) }] },
				],
			},
			'history',
		),
	'many empty threads': (n) =>
		body({ history: [{ metadata: {}, threads: list(n / 20, () => ({})) }] }, 'history'),
	'many errors': (n) => body({ errors: list(n / 100, () => ({ code: 131047, title: 'x' })) }),
	'many groups': (n) =>
		body({ groups: list(n / 100, (i) => ({ group_id: `${i}` })) }, 'group_status_update'),
	'a contact card of many phones': (n) =>
		body({
			messages: [
				{
					...text(0),
					type: 'contacts',
					contacts: [{ phones: list(n / 30, (i) => ({ phone: `${i}` })) }],
				},
			],
		}),
	'an order of many products': (n) =>
		body({
			messages: [
				{
					...text(0),
					type: 'order',
					order: { product_items: list(n / 60, () => ({ quantity: 1 })) },
				},
			],
		}),
};

/** What Meta can send: up to 3 MB and 1,000 updates; a history in thousands of messages. */
const LARGEST: Record<string, () => string> = {
	'1,000 messages of 2,700 characters': () =>
		body({
			contacts: list(1000, (i) => ({ wa_id: `1650555${i}`, profile: { name: 'x' } })),
			messages: list(1000, (i) => text(i, 'x'.repeat(2700))),
		}),
	'1,000 statuses with errors': () =>
		body({
			statuses: list(1000, (i) => ({
				id: `wamid.${i}`,
				status: 'failed',
				recipient_id: `1650555${i}`,
				errors: [{ code: 131047, title: 'x', error_data: { details: 'x'.repeat(2000) } }],
			})),
		}),
	'one text of 2.8 MB': () => body({ messages: [text(0, '\\"'.repeat(700_000))] }),
	'a flow answer of 2.8 MB': () => body({ messages: [flow({ note: '"'.repeat(700_000) })] }),
	'a history of 5,000 messages': () =>
		body(
			{
				history: [
					{
						metadata: { phase: 1 },
						threads: list(500, (i) => ({
							id: `1650555${i}`,
							messages: list(10, (j) => text(10 * i + j, 'x'.repeat(100))),
						})),
					},
				],
			},
			'history',
		),
	'1,000 contacts synced': () =>
		body(
			{
				state_sync: list(1000, (i) => ({
					action: 'add',
					contact: { full_name: 'x'.repeat(2000), phone_number: `1650555${i}` },
				})),
			},
			'smb_app_state_sync',
		),
};

/** The shortest of several runs in milliseconds of computing, whatever else the machine does. */
function time(work: () => void, runs = 7): number {
	let best = Infinity;
	for (let run = 0; run < runs; run++) {
		const before = process.cpuUsage();
		work();
		const { user, system } = process.cpuUsage(before);
		best = Math.min(best, (user + system) / 1000);
	}
	return best;
}

/** Time at 2n at most 2.5 × time at n. Below two milliseconds a clock tells nothing. */
function expectLinear(workOf: (n: number) => () => void, n: number): void {
	const ratio = () => {
		const [once, twice] = [workOf(n), workOf(2 * n)];
		once();
		return time(twice) / Math.max(2, time(once));
	};
	let best = Infinity;
	for (let attempt = 0; attempt < 6 && best > 2.5; attempt++) best = Math.min(best, ratio());
	expect(best).toBeLessThanOrEqual(2.5);
}

describe('the time of a delivery', () => {
	it.each(Object.entries(DELIVERIES))('of %s grows with its size', (_, make) => {
		expectLinear((n) => {
			const delivery = make(n);
			return () => handle(delivery);
		}, 128 * 1024);
	});

	it.each(Object.entries(LARGEST))('of %s blocks n8n for less than 250 ms', (_, make) => {
		const delivery = make();
		expect(delivery.length).toBeLessThan(THREE_MB);
		expect(time(() => handle(delivery), 8)).toBeLessThan(250);
	});
});
