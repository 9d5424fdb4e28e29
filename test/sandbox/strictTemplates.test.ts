import {
	BODY,
	CATALOG,
	body,
	FLOW,
	LINK,
	PRODUCTS,
	link,
	products,
	plain,
	rejectedSends,
	rejectedStructures,
} from './rules/templates';
import type { JsonObject } from '../../sandbox/control/types';
import { bench, closeAll, rejectionOf, type Bench } from './support';

afterEach(closeAll);

/** Sends a template that was added with these components. */
async function sendTemplate(
	on: Bench,
	definition: JsonObject[],
	components: unknown,
): Promise<{ code: number; text: string } | 'accepted'> {
	await on.sandbox.control.addTemplate({ name: 'strict', components: definition });
	const answer = await on.send({
		type: 'template',
		template: { name: 'strict', language: { code: 'en_US' }, components },
	});
	return answer.status === 200 ? 'accepted' : rejectionOf(answer);
}

// S1 and S14 of the field reports; 131009 for a FLOW button that is not named.
describe('a template message', () => {
	it.each<[string, JsonObject[], unknown, number]>(rejectedSends)(
		'is rejected for %s',
		async (_what, definition, components, code) => {
			const on = await bench();
			expect(await sendTemplate(on, definition, components)).toMatchObject({ code });
		},
	);

	it.each<[string, JsonObject[], unknown]>([
		[
			'a flow button without parameters',
			FLOW,
			[body('7'), { type: 'button', sub_type: 'flow', index: '0' }],
		],
		[
			'a catalog button without a thumbnail',
			CATALOG,
			[body('7'), { type: 'button', sub_type: 'CATALOG', index: 0 }],
		],
		[
			'a flow button with data',
			FLOW,
			[
				body('7'),
				{
					type: 'button',
					sub_type: 'flow',
					index: '0',
					parameters: [
						{ type: 'action', action: { flow_token: 't', flow_action_data: { day: 'Monday' } } },
					],
				},
			],
		],
		['four spaces', [BODY], [body('one    two')]],
		['a suffix with a query', LINK, [body('7'), link('42?from=mail&x=1')]],
		[
			'sections with products',
			PRODUCTS,
			[body('7'), products([{ title: 'Bread', product_items: [{ product_retailer_id: 'rye' }] }])],
		],
	])('is accepted with %s', async (_what, definition, components) => {
		const on = await bench();
		expect(await sendTemplate(on, definition, components)).toBe('accepted');
	});
});

// S16 and number 1 of the builder's list.
describe('a template submission', () => {
	const submit = async (on: Bench, change: object) =>
		await on.graph.post(`/${on.sandbox.seed.businessAccountId}/message_templates`, {
			name: 'strict_submission',
			language: 'en_US',
			category: 'MARKETING',
			...change,
		});
	it.each<[string, object]>(rejectedStructures)('is rejected for %s', async (_what, change) => {
		const on = await bench();
		const answer = await submit(on, change);
		expect([answer.status, rejectionOf(answer).code]).toEqual([400, 100]);
	});

	it.each<[string, object]>([
		[
			'a checkout button and nine quick replies',
			{
				components: [
					plain,
					{
						type: 'BUTTONS',
						buttons: [
							{ type: 'ORDER_DETAILS', text: 'Buy now' },
							...Array.from({ length: 9 }, (_, index) => ({
								type: 'QUICK_REPLY',
								text: `Reply ${index}`,
							})),
						],
					},
				],
			},
		],
		[
			'the time to live as text',
			{ category: 'UTILITY', components: [plain], message_send_ttl_seconds: '120' },
		],
		[
			'one-tap with supported apps',
			{
				category: 'AUTHENTICATION',
				components: [
					{ type: 'BODY' },
					{
						type: 'BUTTONS',
						buttons: [
							{
								type: 'OTP',
								otp_type: 'ONE_TAP',
								supported_apps: [
									{ package_name: 'com.example.bakery', signature_hash: 'K8a/AINcGX7' },
								],
							},
						],
					},
				],
			},
		],
	])('is accepted with %s', async (_what, change) => {
		const on = await bench();
		expect((await submit(on, change)).status).toBe(200);
	});
});

describe('an order status template', () => {
	const status = (order: object) => ({
		type: 'order_status',
		parameters: [{ type: 'order_status', order_status: { reference_id: 'order-7', order } }],
	});

	it.each<[string, unknown, number | 'accepted']>([
		['with a status', [body('7'), status({ status: 'shipped' })], 'accepted'],
		['without the component', [body('7')], 131008],
		['with an unknown status', [body('7'), status({ status: 'eaten' })], 100],
	])('%s', async (_what, components, expected) => {
		const on = await bench();
		const { businessAccountId } = on.sandbox.seed;
		const created = await on.graph.post(`/${businessAccountId}/message_templates`, {
			name: 'order_status',
			language: 'en_US',
			category: 'UTILITY',
			sub_category: 'ORDER_STATUS',
			components: [
				{
					...BODY,
					text: 'Your order {{1}} has a new status today',
					example: { body_text: [['7']] },
				},
			],
		});
		await on.sandbox.control.advance(60_000);
		const template = await on.graph.get(`/${created.data.id}?fields=sub_category,status`);
		expect(template.data).toMatchObject({ sub_category: 'ORDER_STATUS', status: 'APPROVED' });
		const answer = await on.send({
			type: 'template',
			template: { name: 'order_status', language: { code: 'en_US' }, components },
		});
		expect(answer.status === 200 ? 'accepted' : rejectionOf(answer).code).toBe(expected);
	});
});
