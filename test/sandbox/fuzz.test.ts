import fc from 'fast-check';
import { bench, closeAll, rejectionOf } from './support';

afterEach(closeAll);

const KINDS = [
	'text',
	'image',
	'audio',
	'document',
	'sticker',
	'location',
	'contacts',
	'reaction',
	'pin',
	'interactive',
	'template',
	'unheard_of',
];
const INTERACTIVE = [
	'button',
	'list',
	'cta_url',
	'carousel',
	'product',
	'product_list',
	'catalog_message',
	'flow',
	'address_message',
	'voice_call',
	'call_permission_request',
	'request_contact_info',
	'location_request_message',
	'order_details',
	'order_status',
];
/** Keys that the sandbox looks at, so that junk gets deep enough to matter. */
const KEYS = fc.constantFrom(
	...['type', 'body', 'text', 'header', 'footer', 'action', 'buttons', 'sections', 'rows', 'cards'],
	...['parameters', 'name', 'id', 'link', 'image', 'components', 'language', 'code', 'message_id'],
	...['emoji', 'order', 'items', 'amount', 'value', 'reference_id', '__proto__', 'constructor'],
);
const junk = fc.letrec((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small' },
		fc.constant(null),
		fc.boolean(),
		fc.double({ noNaN: true }),
		fc.string({ unit: 'grapheme' }),
		fc.constantFrom(...KINDS, ...INTERACTIVE),
		fc.array(tie('value'), { maxLength: 4 }),
		fc.dictionary(KEYS, tie('value'), { maxKeys: 6 }),
	),
})).value;

describe('whatever is sent', () => {
	it('is accepted or rejected with a reason, and never breaks the sandbox', async () => {
		const { send, sandbox } = await bench({
			behavior: { limits: { throughput: null, pair: false } },
		});
		const message = fc.oneof(
			fc.record({ type: fc.constantFrom(...KINDS), content: junk, extra: junk }),
			fc.record({
				type: fc.constant('interactive'),
				content: fc
					.tuple(fc.constantFrom(...INTERACTIVE), fc.dictionary(KEYS, junk))
					.map(([type, rest]) => ({ ...rest, type })),
				extra: junk,
			}),
		);
		await fc.assert(
			fc.asyncProperty(message, async ({ type, content, extra }) => {
				const answer = await send({ type, [type]: content, context: extra });
				if (answer.status === 200) return;
				const { code, text } = rejectionOf(answer);
				expect(code).not.toBe(1);
				expect(text.length).toBeGreaterThan(10);
			}),
			{ numRuns: 250, seed: 20261122 },
		);
		expect((await sandbox.control.state()).counts.messages).toBeGreaterThanOrEqual(0);
	});

	it('in any part of the envelope as well', async () => {
		const { graph, messages } = await bench({
			behavior: { limits: { throughput: null, pair: false } },
		});
		const envelope = fc.record(
			{
				messaging_product: fc.oneof(fc.constant('whatsapp'), junk),
				recipient_type: junk,
				to: junk,
				recipient: junk,
				type: junk,
				status: junk,
				message_id: junk,
				typing_indicator: junk,
				category: junk,
				ttl_seconds: junk,
				biz_opaque_callback_data: junk,
				text: junk,
			},
			{ requiredKeys: ['messaging_product'] },
		);
		await fc.assert(
			fc.asyncProperty(envelope, async (body) => {
				const answer = await graph.post(messages, body);
				if (answer.status !== 200) expect(rejectionOf(answer).code).not.toBe(1);
			}),
			{ numRuns: 150, seed: 20261122 },
		);
	});

	it('to any path', async () => {
		const { graph, sandbox } = await bench();
		const ids = Object.values(sandbox.seed).filter((value) => typeof value === 'string');
		const part = fc.oneof(
			fc.constantFrom(
				...ids.map(encodeURIComponent),
				'messages',
				'media',
				'subscriptions',
				'uploads',
			),
			fc.string().map(encodeURIComponent),
		);
		const path = fc
			.array(part, { minLength: 1, maxLength: 3 })
			.map((parts) => `/${parts.join('/')}`);
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom('get', 'post', 'delete', 'put'),
				path.filter((candidate) => !candidate.startsWith('//')),
				fc.dictionary(KEYS, junk),
				async (method, url, body) => {
					const answer = await graph.request({ method, url, data: body });
					if (answer.status >= 400 && answer.data?.error) {
						expect(rejectionOf(answer).code).not.toBe(1);
					}
				},
			),
			{ numRuns: 150, seed: 20261122 },
		);
	});
});
