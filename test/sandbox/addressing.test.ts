import { bench, closeAll, rejectionOf } from './support';

afterEach(closeAll);

const text = { type: 'text', text: { body: 'Hi' } };

describe('recipients', () => {
	it.each([
		['+1 (555) 010-0201', '15550100201'],
		['555 010 0201', '15550100201'],
		['1 555 010 0201', '115550100201'],
		['+44 7700 900202', '447700900202'],
	])('reads %s as %s for a business in the USA', async (to, waId) => {
		const { send } = await bench();
		expect((await send({ ...text, to })).data.contacts[0]).toMatchObject({
			input: to,
			wa_id: waId,
		});
	});

	it('puts the country code of an Indian business in front, even of 1 (631) 555-1234', async () => {
		const { send } = await bench({ seed: { displayPhoneNumber: '+91 99999 00100' } });
		const waId = async (to: string) => (await send({ ...text, to })).data.contacts[0].wa_id;
		expect(await waId('(631) 555-1234')).toBe('916315551234');
		expect(await waId('1 (631) 555-1234')).toBe('9116315551234');
	});

	it.each([['call me'], ['+'], ['+12'], ['+1234567890123456']])('rejects %s', async (to) => {
		const { send } = await bench();
		expect(rejectionOf(await send({ ...text, to }))).toMatchObject({ code: 131009 });
	});

	it.each([
		['Brazil', '+5511987654321', '551187654321'],
		['Brazil', '+551187654321', '5511987654321'],
		['Mexico', '+5215512345678', '525512345678'],
	])('finds a number of %s in the alternate format: %s is %s', async (_country, to, waId) => {
		const { send, sandbox } = await bench();
		await sandbox.control.addCustomer({ waId });
		expect((await send({ ...text, to })).data.contacts[0]).toMatchObject({
			input: to,
			wa_id: waId,
		});
	});

	it('does not do so for Argentina, nor for the list of a test number', async () => {
		const { send, sandbox } = await bench({ behavior: { unknownRecipients: 'absent' } });
		await sandbox.control.addCustomer({ waId: '5491123456789' });
		await sandbox.control.addCustomer({ waId: '525512345678' });
		const answer = await send({ ...text, to: '+541123456789' });
		const failed = await sandbox.control.waitForStatus(answer.data.messages[0].id, 'failed');
		expect(failed.statuses[0].errors).toMatchObject([{ code: 131026 }]);
		await sandbox.control.behavior({ allowedRecipients: ['525512345678'] });
		expect(rejectionOf(await send({ ...text, to: '+5215512345678' }))).toMatchObject({
			code: 131030,
		});
	});

	it('needs an address', async () => {
		const { send } = await bench();
		expect(rejectionOf(await send({ ...text, to: undefined }))).toMatchObject({ code: 100 });
		expect(rejectionOf(await send({ ...text, to: '' }))).toMatchObject({ code: 100 });
		expect(rejectionOf(await send({ ...text, to: 15550100201 }))).toMatchObject({ code: 100 });
	});

	it('rejects the sender itself', async () => {
		const { send } = await bench();
		expect(rejectionOf(await send({ ...text, to: '+15550100100' }))).toMatchObject({
			code: 131021,
		});
	});

	it('rejects whoever is not on the list of a test number', async () => {
		const { send } = await bench({ behavior: { allowedRecipients: ['15550100201'] } });
		expect((await send(text)).status).toBe(200);
		expect(rejectionOf(await send({ ...text, to: '+447700900202' }))).toMatchObject({
			code: 131030,
		});
	});

	it('writes to a business-scoped user ID, without telling a hidden number', async () => {
		const { send, sandbox } = await bench();
		const [ana] = sandbox.seed.customers;
		const open = await send({ ...text, to: undefined, recipient: ana.userId });
		expect(open.data.contacts).toEqual([
			{ input: ana.userId, wa_id: ana.waId, user_id: ana.userId },
		]);
		await sandbox.control.customer(ana.waId).set({ hidesPhoneNumber: true });
		const hidden = await send({ ...text, to: undefined, recipient: ana.userId });
		expect(hidden.data.contacts).toEqual([{ input: ana.userId, user_id: ana.userId }]);
	});

	it('lets to win when both addresses are given', async () => {
		const { send, sandbox } = await bench();
		const [ana, ben] = sandbox.seed.customers;
		const answer = await send({ ...text, to: `+${ana.waId}`, recipient: ben.userId });
		expect(answer.data.contacts[0].wa_id).toBe(ana.waId);
	});

	it('rejects user IDs that cannot be or are nobody', async () => {
		const { send } = await bench();
		const to = undefined;
		expect(rejectionOf(await send({ ...text, to, recipient: '1349' }))).toMatchObject({
			code: 131009,
		});
		expect(rejectionOf(await send({ ...text, to, recipient: 'US.99' }))).toMatchObject({
			code: 131026,
		});
	});

	it('compares the identity key', async () => {
		const { send, sandbox } = await bench();
		const [customer] = (await sandbox.control.state()).customers;
		const right = { ...text, recipient_identity_key_hash: customer.identityHash };
		expect((await send(right)).status).toBe(200);
		const wrong = { ...text, recipient_identity_key_hash: 'other' };
		expect(rejectionOf(await send(wrong))).toMatchObject({ code: 137000 });
	});

	it('bills only an account of the number', async () => {
		const { send, sandbox } = await bench();
		const own = { ...text, messaging_account_id: sandbox.seed.businessAccountId };
		expect((await send(own)).status).toBe(200);
		expect(rejectionOf(await send({ ...text, messaging_account_id: '1' }))).toMatchObject({
			code: 100,
		});
	});

	it('asks for messaging_product, and takes only whatsapp', async () => {
		const { send } = await bench();
		expect(rejectionOf(await send({ ...text, messaging_product: undefined }))).toMatchObject({
			code: 100,
		});
		expect(rejectionOf(await send({ ...text, messaging_product: 'sms' }))).toMatchObject({
			code: 100,
		});
	});
});

describe('groups', () => {
	async function withGroup() {
		const on = await bench({ behavior: { limits: { pair: false } } });
		const group = await on.sandbox.control.addGroup({
			participants: ['15550100201', '447700900202'],
		});
		return { ...on, group: { recipient_type: 'group', to: group.id } };
	}

	it('takes text, media, and pins of at most three messages', async () => {
		const { send, group } = await withGroup();
		const ids: string[] = [];
		for (let i = 0; i < 4; i++) {
			const answer = await send({ ...text, ...group });
			expect(answer.data.messages[0].group_id).toBe(group.to);
			ids.push(answer.data.messages[0].id);
		}
		const pin = async (id: string, type = 'pin') =>
			await send({
				...group,
				type: 'pin',
				pin: { type, message_id: id, ...(type === 'pin' ? { expiration_days: 7 } : {}) },
			});
		for (const id of ids.slice(0, 3)) expect((await pin(id)).status).toBe(200);
		expect(rejectionOf(await pin(ids[3])).text).toContain('At most 3');
		expect((await pin(ids[0], 'unpin')).status).toBe(200);
		expect((await pin(ids[3])).status).toBe(200);
	});

	it('rejects other kinds with 130501, and unknown groups with 131041', async () => {
		const { send, group } = await withGroup();
		const location = { type: 'location', location: { latitude: 1, longitude: 1 } };
		expect(rejectionOf(await send({ ...location, ...group }))).toMatchObject({ code: 130501 });
		expect(rejectionOf(await send({ ...text, ...group, to: 'nowhere' }))).toMatchObject({
			code: 131041,
		});
		expect(rejectionOf(await send({ ...text, recipient_type: 'everybody' }))).toMatchObject({
			code: 100,
		});
	});
});

describe('Direct Send', () => {
	it('goes out as a utility message, also when the window is closed', async () => {
		const { send, sandbox } = await bench();
		await sandbox.control.customer('15550100201').setWindow(false);
		const answer = await send({ ...text, category: 'utility', ttl_seconds: 600 });
		const message = await sandbox.control.waitForStatus(answer.data.messages[0].id, 'delivered');
		expect(message.status).not.toBe('failed');
	});

	it('mixes URL and reply buttons', async () => {
		const { send } = await bench();
		const cta = (text: string) => ({
			type: 'cta_url',
			cta_url: { display_text: text, url: 'https://example.com' },
		});
		const reply = (id: string) => ({ type: 'reply', reply: { id, title: id } });
		const content = (...buttons: object[]) => ({
			category: 'utility',
			type: 'interactive',
			interactive: { type: 'button', body: { text: 'x' }, action: { buttons } },
		});
		expect((await send(content(cta('A'), cta('B'), reply('c'), reply('d')))).status).toBe(200);
		expect(rejectionOf(await send(content(reply('c'), cta('A')))).text).toContain(
			'before the replies',
		);
	});

	it.each([
		['ttl without category', { ttl_seconds: 60 }],
		['an unknown category', { category: 'marketing' }],
		['a ttl that is too short', { category: 'utility', ttl_seconds: 29 }],
		['a ttl that is too long', { category: 'authentication', ttl_seconds: 901 }],
		['a link preview', { category: 'utility', text: { body: 'x', preview_url: true } }],
		['a body of 1025 characters', { category: 'utility', text: { body: 'x'.repeat(1025) } }],
		['a bad template name', { category: 'utility', direct_send_config: { template_name: 'No!' } }],
		['a picture', { category: 'utility', type: 'image', image: { link: 'https://example.com' } }],
	])('rejects %s with 100', async (_name, extra) => {
		const { send } = await bench();
		expect(rejectionOf(await send({ ...text, ...extra }))).toMatchObject({ code: 100 });
	});

	it('rejects authentication by user ID with 131062, and everything when it is not enabled', async () => {
		const { send, sandbox } = await bench();
		const { userId } = sandbox.seed.customers[0];
		const byId = { ...text, to: undefined, recipient: userId, category: 'authentication' };
		expect(rejectionOf(await send(byId))).toMatchObject({ code: 131062 });
		await sandbox.control.behavior({ directSend: false });
		expect(rejectionOf(await send({ ...text, category: 'utility' }))).toMatchObject({ code: 100 });
	});
});

describe('marketing messages', () => {
	it('takes templates only, to exactly one address', async () => {
		const { graph, sandbox } = await bench();
		const path = `/${sandbox.seed.phoneNumberId}/marketing_messages`;
		const envelope = { messaging_product: 'whatsapp', to: '+15550100201' };
		expect(rejectionOf(await graph.post(path, { ...envelope, ...text }))).toMatchObject({
			code: 131055,
		});
		const both = { ...envelope, recipient: 'US.1', type: 'template', template: {} };
		expect(rejectionOf(await graph.post(path, both))).toMatchObject({ code: 100 });
		const policy = { ...envelope, type: 'template', template: {}, product_policy: 'MAYBE' };
		expect(rejectionOf(await graph.post(path, policy)).text).toContain('product_policy');
	});
});
