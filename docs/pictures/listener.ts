/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Sandbox } from '../../sandbox/index';

/** Subscribes to messages like an app, receives webhooks, and responds with 200. */
export async function listen({ url, seed }: Sandbox): Promise<Server> {
	const server = createServer((request, response) => {
		const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
		request.resume();
		response.end(searchParams.get('hub.challenge') ?? 'ok');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await post(`${url}/v25.0/${seed.appId}/subscriptions`, `${seed.appId}|${seed.appSecret}`, {
		object: 'whatsapp_business_account',
		callback_url: `http://127.0.0.1:${port}/webhook/whatsapp`,
		fields: 'messages',
		verify_token: 'picture',
	});
	await post(`${url}/v25.0/${seed.businessAccountId}/subscribed_apps`, seed.accessToken, {});
	return server;
}

async function post(url: string, token: string, fields: Record<string, string>): Promise<void> {
	const answer = await fetch(url, {
		method: 'POST',
		headers: { authorization: `Bearer ${token}` },
		body: new URLSearchParams(fields),
	});
	if (!answer.ok) throw new Error(`${url}: ${await answer.text()}`);
}
