/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEngine } from '../../../engine';
import type { AttackClass } from '../gauntlet';

const TOKEN = 'EAA-the-token-of-the-links';
/** Tells requests for a link from those that the node makes with the token. */
const MARK = 'from-a-link';
const PATHS = ['/file.pdf', '/v25.0/me', '/v25.0/1/subscribed_apps', '/', '//x', '/%2e%2e/me'].map(
	(path) => `${path}?${MARK}`,
);
const FORMS: Array<(host: string, path: string) => string> = [
	(host, path) => `http://${host}${path}`,
	(host, path) => `HTTP://${host}${path}`,
	(host, path) => ` http://${host}${path} `,
	(host, path) => `http://user:secret@${host}${path}`,
	(host, path) => `http:${host}${path}`,
	(host, path) => `//${host}${path}`,
	(host, path) => `ftp://${host}${path}`,
	(host, path) => `http://${host.replace('127.0.0.1', '127.1')}${path}`,
	(host, path) => `http://${host.replace('127.0.0.1', 'localhost')}${path}`,
];

/** Links of items that lead to the Base URL: nothing is requested there with the token. */
export const links: AttackClass = {
	name: 'Links',
	async run(gauntlet) {
		const { random } = gauntlet;
		const leaks: string[] = [];
		const server = createServer((request, response) => {
			const { url = '', headers, method } = request;
			const isMessage = method === 'POST' && /\/(messages|media)$/.test(url);
			if (url.includes(MARK) && JSON.stringify([headers, url]).includes(TOKEN)) leaks.push(url);
			request.resume();
			response.writeHead(200, {
				'content-type': isMessage ? 'application/json' : 'application/pdf',
			});
			response.end(isMessage ? '{"messages":[{"id":"wamid.1"}],"id":"1"}' : '%PDF-1.4');
		});
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
		const engine = await createEngine({
			credentials: {
				whatsAppCloudApi: { accessToken: TOKEN, phoneNumberId: '1', baseUrl: `http://${host}` },
			},
		});
		try {
			for (let i = 0; i < gauntlet.times(150); i++) {
				const link = random.pick(FORMS)(host, random.pick(PATHS));
				await engine.runNode('whatsAppCloud', {
					resource: 'message',
					operation: 'sendMedia',
					recipient: '+4915112345678',
					mediaType: random.pick(['auto', 'document', 'image']),
					mediaSource: 'link',
					mediaLink: link,
					options: { ifRejected: random.pick(['stop', 'document', 'link']) },
					deliveryOptions: { maxRetryTime: 0 },
				});
				gauntlet.check(
					leaks.length === 0,
					() => `${link} was requested with the token: ${leaks[0]}`,
				);
			}
		} finally {
			await engine.close();
			server.closeAllConnections();
			server.close();
		}
	},
};
