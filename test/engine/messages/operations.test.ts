import type { INodeParameters } from 'n8n-workflow';
import { resources } from '../../../nodes/WhatsAppCloud/resources';
import { schemaDifferences } from '../../support/outputSchema';
import { withSandbox } from '../../support/withSandbox';
import { ANA, CHITRA, REJECTED, SENT, type Case } from './cases';

const stage = withSandbox();

/** Operations that need something received, or a group, before: they have tests of their own. */
const ELSEWHERE = new Set([
	'markAsRead',
	'sendAddressRequest',
	'sendReaction',
	'pinMessage',
	'sendOrderStatus',
	'sendTemplate',
]);

async function run({ operation, parameters, items }: Case, settings = {}) {
	const all: INodeParameters = { resource: 'message', operation, recipient: ANA, ...parameters };
	return await stage.engine.runNode('whatsAppCloud', all, items, settings);
}

async function posted(edge: string) {
	const requests = await stage.control.requests();
	return requests.filter(({ method, path }) => method === 'POST' && path.endsWith(`/${edge}`));
}

describe('every operation that sends', () => {
	it.each(SENT.map((one) => [one.operation, one.name, one] as const))(
		'%s sends %s',
		async (_, __, one) => {
			if (one.name.startsWith('Direct Send')) await stage.control.behavior({ directSend: true });
			await stage.control.behavior({ calling: true });
			const result = await run(one);

			expect(result.error).toBeUndefined();
			const [request] = await posted('messages');
			expect(request.body).toMatchObject(one.wire);
			const [item] = result.items();
			expect(item.pairedItem).toEqual({ item: 0 });
			const { messageId } = item.json;
			expect(item.json).toMatchObject({
				messageId: expect.stringMatching(/^wamid\./),
				messageStatus: 'accepted',
				userId: expect.stringMatching(/^[A-Z]{2}\./),
			});
			expect(schemaDifferences('message', one.operation, item.json)).toEqual([]);
			const message = await stage.control.waitForStatus(String(messageId), 'read');
			expect(message.direction).toBe('outgoing');
		},
	);

	it.each(REJECTED.map((one) => [one.operation, one.name, one] as const))(
		'%s rejects %s',
		async (_, __, one) => {
			const result = await run(one);
			expect(result.error?.message).toMatch(one.says);
			expect(result.error?.description).toMatch(/\w/);
			expect(result.error?.message).toMatch(/\[item 0\]/);
			expect(await posted('messages')).toEqual([]);
			expect(await posted('media')).toEqual([]);
		},
	);

	it('is covered by these tests, each with something sent and something rejected', () => {
		const message = resources.find(({ value }) => value === 'message');
		for (const { value } of message?.operations ?? []) {
			// Tested in `templates` and `waiting`.
			if (value === 'sendTemplate' || value === 'sendAndWait') continue;
			if (!ELSEWHERE.has(value))
				expect([value, SENT.some(({ operation }) => operation === value)]).toEqual([value, true]);
			expect([value, REJECTED.some(({ operation }) => operation === value)]).toEqual([value, true]);
		}
	});
});

describe('operations on an existing message', () => {
	it('marks as read and shows typing', async () => {
		const received = await stage.control.customer('15550100201').sendText('Hi');
		const result = await run({
			operation: 'markAsRead',
			name: '',
			parameters: { messageId: received.id, typing: true },
		});
		expect(result.json()).toEqual([{ success: true, messageId: received.id }]);
		expect(schemaDifferences('message', 'markAsRead', result.json()[0])).toEqual([]);
		expect((await stage.control.message(received.id)).status).toBe('read');
		const { customers } = await stage.control.state();
		const ana = customers.find(({ waId }) => waId === '15550100201');
		expect(Object.values(ana?.typingUntil ?? {})).toEqual([expect.any(Number)]);
	});

	it('sends and removes a reaction', async () => {
		const received = await stage.control.customer('15550100201').sendText('Hi');
		const react = async (emoji: string) =>
			await run({
				operation: 'sendReaction',
				name: '',
				parameters: { messageId: received.id, emoji },
			});
		expect((await react('👍🏽')).error).toBeUndefined();
		expect((await stage.control.message(received.id)).reactions).toMatchObject([
			{ from: 'business', emoji: '👍🏽' },
		]);
		expect((await react('')).error).toBeUndefined();
		expect((await stage.control.message(received.id)).reactions).toEqual([]);
	});

	it('updates the status of an order', async () => {
		const details = SENT.find(({ operation }) => operation === 'sendOrderDetails');
		await run({ operation: 'sendOrderDetails', name: '', parameters: details?.parameters ?? {} });
		const result = await run({
			operation: 'sendOrderStatus',
			name: '',
			parameters: {
				body: 'On its way',
				referenceId: 'order-4711',
				status: 'shipped',
				description: 'Arrives tomorrow',
			},
		});
		expect(result.error).toBeUndefined();
		expect((await posted('messages'))[1].body).toMatchObject({
			interactive: {
				type: 'order_status',
				action: {
					name: 'review_order',
					parameters: {
						reference_id: 'order-4711',
						order: { status: 'shipped', description: 'Arrives tomorrow' },
					},
				},
			},
		});
	});

	it('asks a customer in India for an address, from an Indian number', async () => {
		const { id } = await stage.control.addNumber({ displayPhoneNumber: '+91 99999 00100' });
		const result = await run({
			operation: 'sendAddressRequest',
			name: '',
			parameters: {
				sender: { __rl: true, mode: 'id', value: id },
				recipient: CHITRA,
				body: 'Where to?',
				values: { name: 'Chitra', in_pin_code: '400063' },
				options: {
					savedAddresses:
						'[{ "id": "home", "value": { "name": "Chitra", "in_pin_code": "400063" } }]',
					validationErrors: '{ "in_pin_code": "We do not deliver there" }',
				},
			},
		});
		expect(result.error).toBeUndefined();
		expect((await posted('messages'))[0]).toMatchObject({
			path: `/${id}/messages`,
			body: {
				interactive: {
					type: 'address_message',
					action: {
						name: 'address_message',
						parameters: {
							country: 'IN',
							values: { name: 'Chitra', in_pin_code: '400063' },
							saved_addresses: [{ id: 'home', value: { name: 'Chitra', in_pin_code: '400063' } }],
							validation_errors: { in_pin_code: 'We do not deliver there' },
						},
					},
				},
			},
		});
	});

	it('pins and unpins in a group', async () => {
		const group = await stage.control.addGroup({ participants: ['15550100201'] });
		const sent = await run({
			operation: 'sendText',
			name: '',
			parameters: { recipient: group.id, text: 'Hello all' },
		});
		expect(sent.error).toBeUndefined();
		const messageId = String(sent.json()[0].messageId);
		expect((await posted('messages'))[0].body).toMatchObject({
			recipient_type: 'group',
			to: group.id,
		});
		const pin = async (action: string) =>
			await run({
				operation: 'pinMessage',
				name: '',
				parameters: { recipient: group.id, action, messageId, expirationDays: 3 },
			});
		const pinned = await pin('pin');
		expect(pinned.error).toBeUndefined();
		expect(schemaDifferences('message', 'pinMessage', pinned.json()[0])).toEqual([]);
		expect((await stage.control.message(messageId)).pinned).toBe(true);
		expect((await pin('unpin')).error).toBeUndefined();
		expect((await stage.control.message(messageId)).pinned).toBeFalsy();
	});
});

describe('several items', () => {
	const items = [{ json: { to: ANA } }, { json: { to: 'nobody' } }, { json: { to: CHITRA } }];
	const parameters = { recipient: '={{ $json.to }}', text: 'Hello' };

	it('continues with the other items if the node is set to continue', async () => {
		const result = await run(
			{ operation: 'sendText', name: '', parameters, items },
			{ onError: 'continueRegularOutput' },
		);
		const all = result.items();
		expect(all).toHaveLength(3);
		expect(all.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(all[1].json).toMatchObject({
			error: expect.stringMatching(/"nobody" is not a phone number.*\[item 1\]/),
		});
		expect(await posted('messages')).toHaveLength(2);
	});

	it("returns Meta's response if Simplify is off", async () => {
		const result = await run({
			operation: 'sendText',
			name: '',
			parameters: { text: 'Hi', simplify: false },
		});
		expect(result.json()[0].raw).toMatchObject({ messaging_product: 'whatsapp' });
	});
});
