import axios from 'axios';
import { createHmac } from 'crypto';
import { appToken, bench, client, closeAll, rejectionOf } from './support';

afterEach(closeAll);

describe('versions', () => {
	it.each(['/v21.0', '/v25.0', '/v26.0', ''])('serves %s', async (version) => {
		const { sandbox } = await bench();
		const answer = await axios.get(`${sandbox.url}${version}/${sandbox.seed.phoneNumberId}`, {
			headers: { Authorization: `Bearer ${sandbox.seed.accessToken}` },
		});
		expect(answer.data).toMatchObject({ id: sandbox.seed.phoneNumberId });
		expect(answer.headers['facebook-api-version']).toBe(version.slice(1) || 'v26.0');
	});

	it('forwards a dead version to the oldest living one', async () => {
		const { sandbox, graph } = await bench();
		const answer = await graph.get(`${sandbox.url}/v20.0/${sandbox.seed.phoneNumberId}`);
		expect(answer.status).toBe(200);
		expect(answer.headers['facebook-api-version']).toBe('v21.0');
	});

	it('rejects a version that never existed', async () => {
		const { sandbox, graph } = await bench();
		const answer = await graph.get(`${sandbox.url}/v99.0/${sandbox.seed.phoneNumberId}`);
		expect(rejectionOf(answer)).toMatchObject({ status: 400, code: 2500 });
	});
});

describe('tokens', () => {
	it('asks for a token', async () => {
		const { sandbox } = await bench();
		const answer = await axios.get(`${sandbox.url}/v25.0/${sandbox.seed.phoneNumberId}`, {
			validateStatus: () => true,
		});
		expect(rejectionOf(answer)).toMatchObject({ status: 400, code: 104 });
	});

	it('rejects an unknown token with 190 and HTTP 401', async () => {
		const { sandbox } = await bench();
		const answer = await client(sandbox, 'EAAnonsense').get(`/${sandbox.seed.phoneNumberId}`);
		expect(rejectionOf(answer)).toMatchObject({ status: 401, code: 190 });
		expect(answer.headers['www-authenticate']).toContain('invalid_token');
	});

	it('lets a token expire on the sandbox clock, with subcode 463', async () => {
		const { sandbox } = await bench();
		const { now } = await sandbox.control.advance(0);
		const { token } = await sandbox.control.addToken({ expiresAt: now + 60_000 });
		const graph = client(sandbox, token);
		expect((await graph.get(`/${sandbox.seed.phoneNumberId}`)).status).toBe(200);
		await sandbox.control.advance(61_000);
		expect(rejectionOf(await graph.get(`/${sandbox.seed.phoneNumberId}`))).toMatchObject({
			status: 401,
			code: 190,
			subcode: 463,
		});
	});

	it('tells an invalidated token by its subcode', async () => {
		const { sandbox, graph } = await bench();
		await sandbox.control.invalidateToken(sandbox.seed.accessToken, 460);
		expect(rejectionOf(await graph.get(`/${sandbox.seed.phoneNumberId}`))).toMatchObject({
			code: 190,
			subcode: 460,
		});
	});

	it('takes an app token with the right secret only', async () => {
		const { sandbox } = await bench();
		const right = await client(sandbox, appToken(sandbox)).get(`/${sandbox.seed.appId}`);
		expect(right.data).toMatchObject({ id: sandbox.seed.appId });
		const wrong = await client(sandbox, `${sandbox.seed.appId}|nope`).get(`/${sandbox.seed.appId}`);
		expect(rejectionOf(wrong)).toMatchObject({ status: 401, code: 190 });
	});

	it('hides what a token does not reach as if it did not exist', async () => {
		const { sandbox, graph } = await bench();
		const other = await sandbox.control.addAccount({ businessId: '299999999999999' });
		const number = await sandbox.control.addNumber({
			businessAccountId: other.id,
			displayPhoneNumber: '+44 7700 900999',
		});
		for (const id of [other.id, number.id, '123']) {
			expect(rejectionOf(await graph.get(`/${id}`))).toMatchObject({ code: 100, subcode: 33 });
		}
	});

	it('limits a token to the accounts it was given', async () => {
		const { sandbox } = await bench();
		const second = await sandbox.control.addAccount({});
		const { token } = await sandbox.control.addToken({ businessAccountIds: [second.id] });
		const graph = client(sandbox, token);
		expect((await graph.get(`/${second.id}`)).status).toBe(200);
		expect(rejectionOf(await graph.get(`/${sandbox.seed.businessAccountId}`))).toMatchObject({
			subcode: 33,
		});
	});

	it('needs the permission for messaging', async () => {
		const { sandbox, messages } = await bench();
		const { token } = await sandbox.control.addToken({ scopes: ['whatsapp_business_management'] });
		const answer = await client(sandbox, token).post(messages, {
			messaging_product: 'whatsapp',
			to: '+15550100201',
			text: { body: 'Hi' },
		});
		expect(rejectionOf(answer)).toMatchObject({ status: 403, code: 200 });
	});

	it('checks appsecret_proof when given, and demands it when the app does', async () => {
		const { sandbox, graph } = await bench();
		const path = `/${sandbox.seed.phoneNumberId}`;
		const proof = createHmac('sha256', sandbox.seed.appSecret)
			.update(sandbox.seed.accessToken)
			.digest('hex');
		expect((await graph.get(path, { params: { appsecret_proof: proof } })).status).toBe(200);
		expect(rejectionOf(await graph.get(path, { params: { appsecret_proof: 'x' } })).text).toContain(
			'appsecret_proof',
		);
		await sandbox.control.behavior({ requireAppSecretProof: true });
		expect(rejectionOf(await graph.get(path)).text).toContain('require an appsecret_proof');
	});
});

describe('answers', () => {
	it('carries a trace and request id', async () => {
		const { graph } = await bench();
		const answer = await graph.get('/123');
		expect(answer.data.error.fbtrace_id).toMatch(/^A[\w-]{22}$/);
		expect(answer.headers['x-fb-trace-id']).toBe(answer.data.error.fbtrace_id);
		expect(answer.headers['content-type']).toContain('application/json');
	});

	it('rejects paths, methods and fields that the Graph API does not know', async () => {
		const { graph, sandbox } = await bench();
		const id = sandbox.seed.phoneNumberId;
		expect(rejectionOf(await graph.get('/nothing_here'))).toMatchObject({ code: 2500 });
		expect(rejectionOf(await graph.post(`/${id}/nothing_here`))).toMatchObject({ code: 2500 });
		expect(rejectionOf(await graph.get(`/${id}/messages`))).toMatchObject({
			code: 100,
			subcode: 33,
		});
		expect(rejectionOf(await graph.put(`/${id}`))).toMatchObject({ code: 100, subcode: 33 });
		expect(rejectionOf(await graph.get(`/${id}?fields=nothing`)).text).toContain(
			'nonexisting field (nothing)',
		);
	});

	it('selects fields, the id always among them', async () => {
		const { graph, sandbox } = await bench();
		const answer = await graph.get(`/${sandbox.seed.phoneNumberId}?fields=verified_name`);
		expect(answer.data).toEqual({
			verified_name: sandbox.seed.verifiedName,
			id: sandbox.seed.phoneNumberId,
		});
	});

	it('pages lists with cursors, 25 at a time, and links that carry the token', async () => {
		const { graph, sandbox } = await bench();
		for (let i = 0; i < 30; i++) {
			await sandbox.control.addNumber({ displayPhoneNumber: `+1 555-020-${1000 + i}` });
		}
		const path = `/${sandbox.seed.businessAccountId}/phone_numbers`;
		const first = (await graph.get(path)).data;
		expect(first.data).toHaveLength(25);
		expect(first.paging.next).toContain(`access_token=${sandbox.seed.accessToken}`);
		expect(first.paging.previous).toBeUndefined();
		const second = (await axios.get(first.paging.next)).data;
		expect(second.data).toHaveLength(7);
		expect(second.paging.next).toBeUndefined();
		const back = (
			await graph.get(path, { params: { before: second.paging.cursors.before, limit: 2 } })
		).data;
		expect(back.data.map(({ id }: { id: string }) => id)).toEqual(
			first.data.slice(-2).map(({ id }: { id: string }) => id),
		);
		expect(rejectionOf(await graph.get(path, { params: { after: 'x' } }))).toMatchObject({
			code: 131059,
		});
		expect(rejectionOf(await graph.get(path, { params: { limit: 0 } }))).toMatchObject({
			code: 100,
		});
	});

	it('rejects a body that is not JSON', async () => {
		const { graph, messages } = await bench();
		const answer = await graph.post(messages, '{"messaging_product":', {
			headers: { 'Content-Type': 'application/json' },
		});
		expect(rejectionOf(answer)).toMatchObject({ status: 400, code: 100 });
	});

	it('keeps requests without secrets, and forgets nothing else', async () => {
		const { graph, sandbox, send } = await bench();
		await send({ text: { body: 'Hi' } });
		await graph.get(`/debug?access_token=${sandbox.seed.accessToken}`);
		const requests = await sandbox.control.requests();
		expect(requests).toMatchObject([
			{ method: 'POST', status: 200, version: 'v25.0', body: { text: { body: 'Hi' } } },
			{ method: 'GET', status: 400, errorCode: 2500 },
		]);
		expect(JSON.stringify(requests)).not.toContain(sandbox.seed.accessToken);
	});

	it('runs several sandboxes side by side that share nothing', async () => {
		const [one, two] = [await bench(), await bench()];
		await one.send({ text: { body: 'Only here' } });
		expect(await one.sandbox.control.messages()).toHaveLength(1);
		expect(await two.sandbox.control.messages()).toHaveLength(0);
	});
});
