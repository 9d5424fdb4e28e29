/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEngine } from '../../../engine';
import type { AttackClass } from '../gauntlet';

const KB = 1024;
/** What the kernel and the client may buffer beyond what is read. */
const MAX_SENT = 16 * KB * KB;

/** Endless rejections, cut uploads, and tokens that expire soon: memory stays flat, outcomes are true. */
export const answers: AttackClass = {
	name: 'Answers',
	async run(gauntlet) {
		let sent = 0;
		let mode: 'endless' | 'cut' | 'renew' = 'endless';
		const authorizations: string[] = [];
		const server = createServer((request, response) => {
			request.resume();
			const url = request.url ?? '';
			if (mode === 'cut') {
				request.socket.destroy();
			} else if (mode === 'endless') {
				response.writeHead(404);
				const more = () => {
					while (!response.destroyed && sent < 64 * KB * KB) {
						sent += 64 * KB;
						if (!response.write(Buffer.alloc(64 * KB, 'x'))) return response.once('drain', more);
					}
					return response.end();
				};
				more();
			} else {
				const soon = Math.floor(Date.now() / 1000) + 86_400;
				if (!url.includes('oauth') && !url.includes('debug_token'))
					authorizations.push(request.headers.authorization ?? '');
				response.writeHead(200, { 'content-type': 'application/json' });
				response.end(
					JSON.stringify(
						url.includes('debug_token')
							? { data: { is_valid: true, type: 'SYSTEM_USER', expires_at: soon } }
							: url.includes('oauth/access_token')
								? { access_token: 'EAA-renewed', expires_in: 5_184_000 }
								: { messages: [{ id: 'wamid.1' }] },
					),
				);
			}
		});
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		const credential = {
			accessToken: 'EAA-expires-soon',
			appId: '',
			appSecret: '',
			phoneNumberId: '106540352242922',
			businessAccountId: '102290129340398',
			baseUrl,
		};
		const engine = await createEngine({ credentials: { whatsAppCloudApi: credential } });
		const document = { resource: 'message', operation: 'sendMedia', mediaType: 'document' };
		const recipient = '+4915112345678';
		try {
			for (let i = 0; i < gauntlet.times(10); i++) {
				sent = 0;
				await engine.runNode('whatsAppCloud', { resource: 'user', operation: 'getAll' });
				gauntlet.check(sent < MAX_SENT, () => `${sent} bytes of a rejection were read`);
			}
			mode = 'cut';
			for (let i = 0; i < gauntlet.times(5); i++) {
				const data = Buffer.from(`%PDF-1.4 ${i}`).toString('base64');
				const { error } = await engine.runNode(
					'whatsAppCloud',
					{ ...document, recipient, deliveryOptions: { maxRetryTime: 0 } },
					[
						{
							json: {},
							binary: { data: { data, mimeType: 'application/pdf', fileName: 'a.pdf' } },
						},
					],
				);
				gauntlet.check(
					error?.context.outcome === 'not sent' && error.context.reason !== undefined,
					() =>
						`a cut upload is reported as ${String(error?.context.outcome)}: ${String(error?.message)}`,
				);
			}
			mode = 'renew';
			await engine.credentials.set('whatsAppCloudApi', {
				...credential,
				appId: '634974688087057',
				appSecret: 'the-app-secret',
			});
			await engine.runNode('whatsAppCloud', {
				resource: 'message',
				operation: 'sendText',
				recipient,
				text: 'Hi',
				deliveryOptions: { keepConnections: true },
			});
			gauntlet.check(
				authorizations.every((one) => one === 'Bearer EAA-renewed'),
				() => `a message was sent with ${authorizations.join()}`,
			);
		} finally {
			await engine.close();
			server.closeAllConnections();
			server.close();
		}
	},
};
