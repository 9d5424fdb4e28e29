import { bench, client, closeAll, files, upload } from './support';

afterEach(closeAll);

const text = { type: 'text', text: { body: 'Hi' } };

describe('the request view', () => {
	it('shows what was sent, at any depth', async () => {
		const { sandbox, send } = await bench();
		const deep = { a: { b: { c: { d: { e: { f: { g: { h: { i: { j: 'deep' } } } } } } } } } };
		await send({
			type: 'template',
			template: { name: 'hello_world', language: { code: 'en_US' }, pin: 'shown', deep },
		});
		const [request] = await sandbox.control.requests();
		expect(request.body).toMatchObject({
			template: { language: { code: 'en_US' }, pin: 'shown', deep },
		});
	});

	it('masks tokens, app secrets, and PINs', async () => {
		const { sandbox, graph } = await bench();
		const { accessToken, appId, appSecret, phoneNumberId } = sandbox.seed;
		await graph.post(`/${phoneNumberId}/register`, {
			messaging_product: 'whatsapp',
			pin: '246813',
		});
		await graph.get(
			`/oauth/access_token?client_id=${appId}&client_secret=${appSecret}&grant_type=fb_exchange_token&fb_exchange_token=${accessToken}`,
		);
		await graph.post(`/${phoneNumberId}/messages`, {
			messaging_product: 'whatsapp',
			to: '+15550100201',
			type: 'text',
			text: { body: `My token is ${accessToken}` },
		});
		const shown = JSON.stringify(await sandbox.control.requests());
		for (const secret of [accessToken, appSecret, '246813']) expect(shown).not.toContain(secret);
		expect(shown).toContain('My token is [secret]');
	});

	it('shows fields and files of an upload', async () => {
		const on = await bench();
		await upload(on, files.jpeg, 'image/jpeg', 'photo.jpg');
		const [request] = await on.sandbox.control.requests();
		expect(request.body).toEqual({
			messaging_product: 'whatsapp',
			type: 'image/jpeg',
			file: { filename: 'photo.jpg', mimeType: 'image/jpeg', fileSize: files.jpeg.length },
		});
	});
});

// What client libraries send and production accepts, although Meta's pages say otherwise.
describe('requests of client libraries', () => {
	it.each([
		['the digits of a known customer', '15550100201', '15550100201'],
		['bare international digits', '4915112345678', '4915112345678'],
		['a formatted number without plus, as on the page', '(631) 555-1234', '16315551234'],
		['a formatted number with country code but no plus', '1 (631) 555-1234', '116315551234'],
		['a national number', '6315551234', '16315551234'],
	])('address %s', async (_what, to, waId) => {
		const { send } = await bench();
		const answer = await send({ ...text, to });
		expect((answer.data as { contacts: unknown[] }).contacts[0]).toMatchObject({
			input: to,
			wa_id: waId,
		});
	});

	it('get a warning for a number without plus', async () => {
		const { sandbox, send } = await bench();
		await send({ ...text, to: '447700900202' });
		await send({ ...text, to: '+447700900202' });
		const [bare, international] = await sandbox.control.messages();
		expect(bare.warnings).toEqual([expect.stringContaining('Send "+447700900202"')]);
		expect(international.warnings).toBeUndefined();
		const [request] = await sandbox.control.requests();
		expect(request.warnings).toEqual(bare.warnings);
	});

	it('may end a path with a slash, with a warning', async () => {
		const { sandbox } = await bench();
		const graph = client(sandbox);
		const { phoneNumberId } = sandbox.seed;
		const answer = await graph.post(`/${phoneNumberId}/messages/`, {
			messaging_product: 'whatsapp',
			to: '+15550100201',
			...text,
		});
		expect(answer.status).toBe(200);
		const [request] = await sandbox.control.requests();
		expect(request).toMatchObject({
			path: `/${phoneNumberId}/messages/`,
			warnings: [expect.stringContaining('slash')],
		});
	});
});
