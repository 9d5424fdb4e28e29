import { bench, closeAll, Receiver, rejectionOf, subscribe } from './support';
import { rejectedThreads } from './rules/accounts';
import { filled } from './rules/requests';

afterEach(closeAll);

const ANA = '15550100201';
const DAY = 86_400_000;

/** A number in Conversation Routing, and the customer Ana, who has written. */
async function desk(role: string | undefined = 'customer_service') {
	const on = await bench();
	const { control, seed } = on.sandbox;
	const receiver = await Receiver.start();
	await subscribe(on, receiver.url(), 'messages,messaging_handovers,standby');
	await control.changeNumber(seed.phoneNumberId, { routingRole: role });
	await control.customer(ANA).sendText('Hello');
	return {
		...on,
		control,
		receiver,
		async act(action: string, body: object = {}) {
			return await on.graph.post(`/${seed.phoneNumberId}/thread_control`, {
				messaging_product: 'whatsapp',
				action,
				to: `+${ANA}`,
				...body,
			});
		},
		owner: async () => await control.threadOwner(ANA),
		hi: async () => await on.send({ text: { body: 'Hi' } }),
	};
}

it('passes a conversation, after which free-form messages fail (131070)', async () => {
	const on = await desk();
	expect(await on.owner()).toBe('customer_service');
	const passed = await on.act('pass', { metadata: 'ticket 7' });
	expect(passed.data).toEqual({
		messaging_product: 'whatsapp',
		request_id: expect.any(String),
	});
	expect(await on.owner()).toBe('escalation');
	expect(rejectionOf(await on.hi())).toMatchObject({ status: 400, code: 131070 });
	expect(rejectionOf(await on.act('pass'))).toMatchObject({ code: 131070 });
	expect(rejectionOf(await on.act('release'))).toMatchObject({ code: 131070 });
});

it('passes it to a role, by BSUID', async () => {
	const on = await desk();
	const answer = await on.act('pass', {
		to: undefined,
		recipient: 'US.1000000000000000201',
		control_pass: { target_role: 'ai_agent' },
	});
	expect(answer.status).toBe(200);
	expect(await on.owner()).toBe('ai_agent');
});

it('sends messages in the conversation of another role to standby', async () => {
	const on = await desk();
	await on.act('pass');
	await on.control.customer(ANA).sendText('Anybody there?');
	await on.control.advance(1000);
	expect(on.receiver.messages()).toMatchObject([{ text: { body: 'Hello' } }]);
	expect(on.receiver.values('standby')).toMatchObject([
		{ standby: { contacts: [{}], messages: [{ text: { body: 'Anybody there?' } }] } },
	]);
});

it('releases a conversation, idle or not, and gets it back with the next message', async () => {
	const on = await desk();
	expect((await on.act('release')).status).toBe(200);
	expect(await on.owner()).toBeNull();
	expect((await on.act('release')).status).toBe(200);
	expect(rejectionOf(await on.act('pass')).text).toMatch(/131070.*idle/);
	expect((await on.hi()).status).toBe(200);
	await on.control.customer(ANA).sendText('Me again');
	expect(await on.owner()).toBe('customer_service');
});

it('lets escalation take it, also by a message', async () => {
	const on = await desk('escalation');
	await on.control.handOver({ customer: ANA, type: 'control_taken', role: 'ai_agent' });
	expect((await on.act('take')).status).toBe(200);
	expect(await on.owner()).toBe('escalation');
	await on.control.handOver({ customer: ANA, type: 'control_taken', role: 'ai_agent' });
	expect((await on.hi()).status).toBe(200);
	expect(await on.owner()).toBe('escalation');
});

it('returns to idle 24 hours after the last message of the customer', async () => {
	const on = await desk();
	await on.act('pass');
	await on.control.advance(DAY + 1000);
	expect(await on.owner()).toBeNull();
});

it('announces what other roles do', async () => {
	const on = await desk();
	await on.control.handOver({
		customer: ANA,
		type: 'control_passed',
		role: 'ai_agent',
		metadata: 'ticket 7',
		summary: 'Wants a refund',
	});
	await on.control.handOver({ customer: ANA, type: 'control_taken', role: 'escalation' });
	await on.control.advance(1000);
	expect(on.receiver.values('messaging_handovers')).toMatchObject([
		{
			recipient: { phone_number_id: on.sandbox.seed.phoneNumberId },
			sender: { phone_number: ANA, user_id: 'US.1000000000000000201' },
			type: 'control_passed',
			control_passed: {
				previous_owner_role: 'ai_agent',
				new_owner_role: 'customer_service',
				metadata: 'ticket 7',
				conversation_context: { type: 'summary', summary: { text: 'Wants a refund' } },
			},
		},
		{
			type: 'control_taken',
			control_taken: { previous_owner_role: 'customer_service', new_owner_role: 'escalation' },
		},
	]);
	expect(await on.owner()).toBe('escalation');
});

it('needs a number that is enrolled', async () => {
	const on = await bench();
	const path = `/${on.sandbox.seed.phoneNumberId}/thread_control`;
	const body = { messaging_product: 'whatsapp', action: 'release', to: `+${ANA}` };
	expect(rejectionOf(await on.graph.post(path, body))).toMatchObject({
		code: 100,
		text: expect.stringContaining('not enrolled'),
	});
});

it.each(rejectedThreads.map((rule) => [rule.what, rule] as const))(
	'rejects %s',
	async (_what, { path, body, code, subcode, text }) => {
		const on = await desk();
		const url = filled(path, { number: on.sandbox.seed.phoneNumberId });
		const answer = await on.graph.post(url, body);
		expect(answer.status).toBe(400);
		expect([answer.data.error.code, answer.data.error.error_subcode]).toEqual([code, subcode]);
		expect(rejectionOf(answer).text).toMatch(text);
	},
);
