import axios from 'axios';
import type { IncomingInput, JsonObject, SandboxEvent } from '../../sandbox/control/types';
import { bench, closeAll, files, Receiver, rejectionOf, subscribe } from './support';

afterEach(closeAll);

async function talk() {
	const on = await bench({ behavior: { limits: { pair: false } } });
	const receiver = await Receiver.start();
	await subscribe(on, receiver.url());
	const ana = on.sandbox.control.customer('15550100201');
	/** Lets the customer do something and answers the webhook's message. */
	const heard = async (input: IncomingInput) => {
		const view = await ana.send(input);
		const find = () => receiver.messages().find(({ id }) => id === view.id);
		await receiver.until(() => find() !== undefined);
		return { view, message: find() ?? {} };
	};
	const sent = async (content: object) =>
		((await on.send(content)).data as { messages: Array<{ id: string }> }).messages[0].id;
	return { ...on, receiver, ana, heard, sent };
}

const data = files.jpeg.toString('base64');

describe('a customer', () => {
	it('writes, as Meta tells it', async () => {
		const { heard, receiver, sandbox } = await talk();
		const { view, message } = await heard({ type: 'text', text: 'Olá 👋' });
		expect(message).toEqual({
			from: '15550100201',
			from_user_id: 'US.1000000000000000201',
			id: view.id,
			timestamp: String(Math.floor(view.timestamp / 1000)),
			type: 'text',
			text: { body: 'Olá 👋' },
		});
		expect(receiver.values()[0]).toMatchObject({
			messaging_product: 'whatsapp',
			metadata: {
				display_phone_number: '15550100100',
				phone_number_id: sandbox.seed.phoneNumberId,
			},
			contacts: [
				{ profile: { name: 'Ana Lima' }, wa_id: '15550100201', user_id: 'US.1000000000000000201' },
			],
		});
	});

	it.each<[string, IncomingInput, JsonObject]>([
		[
			'a location',
			{ type: 'location', location: { latitude: 1.5, longitude: 2, name: 'Home' } },
			{ location: { latitude: 1.5, longitude: 2, name: 'Home' } },
		],
		[
			'contacts',
			{ type: 'contacts', contacts: [{ name: { formatted_name: 'Ben' } }] },
			{ contacts: [{ name: { formatted_name: 'Ben' } }] },
		],
		[
			'an order',
			{
				type: 'order',
				order: {
					catalog_id: '1',
					text: 'Please',
					product_items: [
						{ product_retailer_id: 'sku', quantity: 2, item_price: 3.5, currency: 'USD' },
					],
				},
			},
			{ order: { catalog_id: '1', text: 'Please', product_items: [{ quantity: 2 }] } },
		],
		[
			'something unsupported',
			{ type: 'unsupported', unsupportedType: 'poll_creation' },
			{ type: 'unsupported', unsupported: { type: 'poll_creation' }, errors: [{ code: 131051 }] },
		],
		[
			'a forwarded message',
			{ type: 'text', text: 'x', forwarded: true, frequentlyForwarded: true },
			{ context: { forwarded: true, frequently_forwarded: true } },
		],
		[
			'a question about a product',
			{
				type: 'text',
				text: 'x',
				referredProduct: { catalog_id: '1', product_retailer_id: 'sku' },
			},
			{ context: { referred_product: { catalog_id: '1', product_retailer_id: 'sku' } } },
		],
		[
			'after an ad',
			{ type: 'text', text: 'x', referral: { source_type: 'ad', ctwa_clid: 'c' } },
			{ referral: { source_type: 'ad', ctwa_clid: 'c' } },
		],
		[
			'a shape of the future',
			{
				type: 'raw',
				message: { type: 'hologram', hologram: { depth: 3 } },
				extra: { novel: true },
			},
			{ type: 'hologram', hologram: { depth: 3 }, novel: true },
		],
	])('sends %s', async (_name, input, expected) => {
		const { heard } = await talk();
		expect((await heard(input)).message).toMatchObject(expected);
	});

	it.each([
		['image', files.jpeg, 'image/jpeg', { caption: 'Bread?' }],
		['video', files.mp4, 'video/mp4', {}],
		['audio', files.ogg, 'audio/ogg', { voice: true }],
		['document', files.pdf, 'application/pdf', { filename: 'order.pdf', caption: 'My order' }],
		['sticker', files.animatedWebp, 'image/webp', {}],
	] as const)('sends %s that can be downloaded', async (type, bytes, mimeType, extra) => {
		const { heard, graph, sandbox } = await talk();
		const { view, message } = await heard({
			type,
			media: { data: bytes.toString('base64'), ...extra },
		});
		const part = message[type] as { id: string; url: string; mime_type: string };
		expect(part).toMatchObject({ ...extra, mime_type: mimeType });
		const download = await graph.get(part.url, { responseType: 'arraybuffer' });
		expect(Buffer.from(download.data as ArrayBuffer)).toEqual(bytes);
		const shown = await axios.get(`${sandbox.url}${view.media[''].url}`, {
			responseType: 'arraybuffer',
		});
		expect(Buffer.from(shown.data as ArrayBuffer)).toEqual(bytes);
	});

	it('replies to a message, which links to the reply', async () => {
		const { heard, sent } = await talk();
		const id = await sent({ text: { body: 'Which one?' } });
		const { view, message } = await heard({ type: 'text', text: 'That', replyTo: id });
		expect(message.context).toEqual({ from: '15550100100', id });
		expect(view.replyTo).toBe(id);
	});

	it('taps a button, a list row, a card', async () => {
		const { heard, sent, sandbox } = await talk();
		const buttons = await sent({
			type: 'interactive',
			interactive: {
				type: 'button',
				body: { text: 'x' },
				action: { buttons: [{ type: 'reply', reply: { id: 'yes', title: 'Yes!' } }] },
			},
		});
		const list = await sent({
			type: 'interactive',
			interactive: {
				type: 'list',
				body: { text: 'x' },
				action: {
					button: 'Open',
					sections: [{ rows: [{ id: 'rye', title: 'Rye', description: 'Dark' }] }],
				},
			},
		});
		const card = (index: number) => ({
			card_index: index,
			type: 'cta_url',
			header: { type: 'image', image: { link: 'https://example.com/a.jpg' } },
			action: {
				buttons: [{ type: 'quick_reply', quick_reply: { id: `card${index}`, title: 'This' } }],
			},
		});
		const carousel = await sent({
			type: 'interactive',
			interactive: { type: 'carousel', body: { text: 'x' }, action: { cards: [card(0), card(1)] } },
		});
		expect((await heard({ type: 'tap', messageId: buttons, id: 'yes' })).message).toMatchObject({
			type: 'interactive',
			context: { from: '15550100100', id: buttons },
			interactive: { type: 'button_reply', button_reply: { id: 'yes', title: 'Yes!' } },
		});
		expect((await heard({ type: 'tap', messageId: list, id: 'Rye' })).message).toMatchObject({
			interactive: {
				type: 'list_reply',
				list_reply: { id: 'rye', title: 'Rye', description: 'Dark' },
			},
		});
		const { view, message } = await heard({ type: 'tap', messageId: carousel, id: 'card1' });
		expect(message).toMatchObject({
			interactive: { type: 'button_reply', button_reply: { id: 'card1', title: 'This' } },
		});
		expect((await sandbox.control.message(carousel)).answeredBy).toBe(view.id);
	});

	it('cannot tap what is not there', async () => {
		const { ana, sent } = await talk();
		const id = await sent({ text: { body: 'No buttons' } });
		await expect(ana.tap(id, 'yes')).rejects.toThrow(/no button or row "yes"/);
		await expect(ana.tap('wamid.none', 'yes')).rejects.toThrow(/no message/);
	});

	it('answers a flow, a call permission request, a request for contact info', async () => {
		const { heard, sent } = await talk();
		const flow = await sent({
			type: 'interactive',
			interactive: {
				type: 'flow',
				body: { text: 'x' },
				action: {
					name: 'flow',
					parameters: {
						flow_message_version: '3',
						flow_id: '700000000000001',
						flow_cta: 'Go',
						flow_token: 't',
					},
				},
			},
		});
		const response = { flow_token: 't', day: 'Monday' };
		const answer = await heard({ type: 'nfm_reply', messageId: flow, response });
		expect(answer.message).toMatchObject({
			context: { id: flow },
			interactive: {
				type: 'nfm_reply',
				nfm_reply: { name: 'flow', response_json: JSON.stringify(response) },
			},
		});
		const permission = await heard({
			type: 'call_permission_reply',
			messageId: flow,
			response: 'accept',
		});
		expect(permission.message).toMatchObject({
			interactive: { type: 'call_permission_reply', call_permission_reply: { response: 'accept' } },
		});
		const contact = await heard({ type: 'contact_info', messageId: flow });
		expect(contact.message).toMatchObject({
			type: 'contacts',
			contacts: [
				{
					origin: 'contact_request',
					phones: [{ wa_id: '15550100201' }],
					vcard: expect.stringContaining('BEGIN:VCARD') as string,
				},
			],
		});
	});

	it('reacts, and takes it back without the key emoji', async () => {
		const { heard, sent, sandbox } = await talk();
		const id = await sent({ text: { body: 'Hi' } });
		const put = await heard({ type: 'reaction', messageId: id, emoji: '❤️' });
		expect(put.message.reaction).toEqual({ message_id: id, emoji: '❤️' });
		expect((await sandbox.control.message(id)).reactions).toEqual([
			{ from: 'customer', emoji: '❤️' },
		]);
		const back = await heard({ type: 'reaction', messageId: id });
		expect(back.message.reaction).toEqual({ message_id: id });
		expect((await sandbox.control.message(id)).reactions).toEqual([]);
	});

	it('corrects and takes back a message', async () => {
		const { heard, ana, sandbox } = await talk();
		const { id } = await ana.sendText('Helo');
		const edit = await heard({ type: 'edit', messageId: id, text: 'Hello' });
		expect(edit.message).toMatchObject({
			type: 'edit',
			edit: { original_message_id: id, message: { type: 'text', text: { body: 'Hello' } } },
		});
		expect(await sandbox.control.message(id)).toMatchObject({
			edited: true,
			content: { body: 'Hello' },
		});
		const revoke = await heard({ type: 'revoke', messageId: id });
		expect(revoke.message).toMatchObject({ type: 'revoke', revoke: { original_message_id: id } });
		expect((await sandbox.control.message(id)).revoked).toBe(true);
	});

	it('stops marketing messages, and resumes them', async () => {
		const on = await talk();
		await subscribe(on, on.receiver.url(), 'messages,user_preferences');
		await on.ana.set({ stoppedMarketing: true });
		await on.ana.set({ stoppedMarketing: false });
		await on.receiver.until(() => on.receiver.values('user_preferences').length === 2);
		const values = on.receiver
			.values('user_preferences')
			.map((value) => (value.user_preferences as Array<{ value: string }>)[0].value);
		expect(values.sort()).toEqual(['resume', 'stop']);
		expect(on.receiver.values('user_preferences')[0]).toMatchObject({
			user_preferences: [{ wa_id: '15550100201', category: 'marketing_messages' }],
		});
	});

	it('may hide the phone number behind a username', async () => {
		const { heard, ana, receiver } = await talk();
		await ana.set({ username: 'ana.lima', hidesPhoneNumber: true });
		const { message } = await heard({ type: 'text', text: 'Guess who' });
		expect(message.from).toBeUndefined();
		expect(message.from_user_id).toBe('US.1000000000000000201');
		expect(receiver.values()[0].contacts).toEqual([
			{ profile: { name: 'Ana Lima', username: 'ana.lima' }, user_id: 'US.1000000000000000201' },
		]);
	});

	it('moves to another number, which changes the BSUID', async () => {
		const { ana, receiver, sandbox, send } = await talk();
		await ana.changeNumber('15550100299');
		await receiver.until(() => receiver.messages().length === 1);
		const [{ system, ...message }] = receiver.messages() as Array<Record<string, JsonObject>>;
		expect(message).toMatchObject({ type: 'system', from: '15550100201' });
		expect(system).toMatchObject({
			type: 'user_changed_number',
			wa_id: '15550100299',
			previous_user_id: 'US.1000000000000000201',
		});
		expect(system.user_id).not.toBe(system.previous_user_id);
		expect(receiver.values()[0].contacts).toBeUndefined();
		const answer = await send({ text: { body: 'x' }, to: undefined, recipient: system.user_id });
		expect(answer.data.contacts[0].wa_id).toBe('15550100299');
		expect(
			rejectionOf(
				await send({ text: { body: 'x' }, to: undefined, recipient: system.previous_user_id }),
			),
		).toMatchObject({ code: 131026 });
		await expect(
			sandbox.control.customer('15550100299').changeNumber('447700900202'),
		).rejects.toThrow(/already a customer/);
	});

	it('has another BSUID at every business', async () => {
		const { sandbox } = await talk();
		const account = await sandbox.control.addAccount({ businessId: '299999999999999' });
		const number = await sandbox.control.addNumber({
			businessAccountId: account.id,
			displayPhoneNumber: '+1 555-010-0188',
		});
		const app = await sandbox.control.addApp({ businessId: '299999999999999' });
		const { token } = await sandbox.control.addToken({ appId: app.id });
		const answer = await axios.post(
			`${sandbox.url}/v25.0/${number.id}/messages`,
			{ messaging_product: 'whatsapp', to: '+15550100201', text: { body: 'x' } },
			{ headers: { Authorization: `Bearer ${token}` } },
		);
		const { user_id: userId } = (answer.data as { contacts: Array<{ user_id: string }> })
			.contacts[0];
		expect(userId).toMatch(/^US\.\d+$/);
		expect(userId).not.toBe('US.1000000000000000201');
	});
});

describe('read marks and typing', () => {
	it('marks what came before as well, and shows typing for 25 seconds or until the next message', async () => {
		const { ana, graph, messages, sandbox, send } = await talk();
		const first = await ana.sendText('one');
		const second = await ana.sendText('two');
		const third = await ana.sendText('three');
		const mark = async (extra: object = {}) =>
			await graph.post(messages, {
				messaging_product: 'whatsapp',
				status: 'read',
				message_id: second.id,
				...extra,
			});
		expect((await mark()).data).toEqual({ success: true });
		const status = async (id: string) => (await sandbox.control.message(id)).status;
		expect(await status(first.id)).toBe('read');
		expect(await status(second.id)).toBe('read');
		const typing = async () => (await sandbox.control.state()).customers[0].typingUntil;
		await sandbox.control.advance(1000);
		expect((await mark({ typing_indicator: { type: 'text' } })).data).toEqual({ success: true });
		expect(Object.keys(await typing())).toHaveLength(1);
		await sandbox.control.advance(25_001);
		expect(await typing()).toEqual({});
		await mark({ typing_indicator: { type: 'text' } });
		await send({ text: { body: 'Answer' } });
		expect(await typing()).toEqual({});
		expect(third.status).toBe('delivered');
	});

	it.each([
		['a message that nobody sent', { message_id: 'wamid.none' }, 131009],
		['no message', { message_id: undefined }, 100],
		['another status', { status: 'delivered' }, 100],
		['another indicator', { typing_indicator: { type: 'audio' } }, 100],
	])('rejects %s', async (_name, extra, code) => {
		const { ana, graph, messages } = await talk();
		const { id } = await ana.sendText('Hi');
		const answer = await graph.post(messages, {
			messaging_product: 'whatsapp',
			status: 'read',
			message_id: id,
			...extra,
		});
		expect(rejectionOf(answer)).toMatchObject({ code });
	});

	it('rejects to mark our own message', async () => {
		const { graph, messages, sent } = await talk();
		const answer = await graph.post(messages, {
			messaging_product: 'whatsapp',
			status: 'read',
			message_id: await sent({ text: { body: 'Hi' } }),
		});
		expect(rejectionOf(answer)).toMatchObject({ code: 131009 });
	});
});

describe('the event stream', () => {
	it('tells everything that the phone shows', async () => {
		const { ana, graph, messages, sandbox, send } = await talk();
		const events: SandboxEvent[] = [];
		let enough: () => void = () => {};
		const done = new Promise<void>((resolve) => (enough = resolve));
		const stop = await sandbox.control.listen((event) => {
			events.push(event);
			if (event.type === 'customer') enough();
		});
		const { id } = await ana.sendMedia('image', { data, caption: 'Look' });
		await graph.post(messages, {
			messaging_product: 'whatsapp',
			status: 'read',
			message_id: id,
			typing_indicator: { type: 'text' },
		});
		const answer = await send({ text: { body: 'Nice' } });
		await sandbox.control.waitForStatus(answer.data.messages[0].id, 'read');
		await ana.set({ name: 'Ana L.' });
		await done;
		stop();
		const types = new Set(events.map(({ type }) => type));
		expect(types).toEqual(new Set(['message', 'status', 'read', 'typing', 'delivery', 'customer']));
		expect(events.map(({ seq }) => seq)).toEqual(
			[...events.map(({ seq }) => seq)].sort((a, b) => a - b),
		);
	});

	it('says in a waiting call what there was instead', async () => {
		const { sandbox, ana } = await talk();
		await ana.sendText('Hello');
		await expect(
			sandbox.control.waitForMessage(({ direction }) => direction === 'outgoing', 20),
		).rejects.toThrow(/Waited 20 ms: no such message; there are: incoming text \(delivered\)/);
	});
});

describe('the control API', () => {
	it('explains what it does not know', async () => {
		const { sandbox } = await talk();
		await expect(sandbox.control.customer('nobody').sendText('Hi')).rejects.toThrow(
			'There is no customer nobody',
		);
		await expect(sandbox.control.advance(-1)).rejects.toThrow('milliseconds must be 0 or more');
	});

	it('resets to the seed', async () => {
		const { sandbox, ana, graph } = await talk();
		await ana.sendText('Hi');
		await sandbox.control.addCustomer({ waId: '15550100777' });
		await sandbox.control.advance(3_600_000);
		await sandbox.control.reset();
		const state = await sandbox.control.state();
		expect(state.customers).toHaveLength(3);
		expect(state.apps[0].subscription).toBeUndefined();
		expect(state.counts).toEqual({ messages: 0, requests: 0, deliveries: 0, pendingDeliveries: 0 });
		expect((await graph.get(`/${sandbox.seed.phoneNumberId}`)).status).toBe(200);
	});

	it('serves a page at the root', async () => {
		const { sandbox } = await talk();
		const page = await axios.get<string>(sandbox.phoneUrl);
		expect(page.headers['content-type']).toContain('text/html');
	});
});
