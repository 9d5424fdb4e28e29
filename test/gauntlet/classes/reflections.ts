/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-hardcoded-secrets -- development code, never shipped */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { INodeParameters } from 'n8n-workflow';
import { createEngine } from '../../../engine';
import type { AttackClass } from '../gauntlet';

const secrets = {
	accessToken: 'token/of+the=gauntlet and more',
	appSecret: 'app-secret/of+the=gauntlet',
	previousAppSecret: 'previous-secret/of+the=gauntlet',
};
const PIN = '748291';
const CODE = 'code-of-the-gauntlet';
const text = {
	resource: 'message',
	operation: 'sendText',
	recipient: '+4915112345678',
	text: 'Hi',
};
const CALLS: INodeParameters[] = [
	text,
	{ ...text, deliveryOptions: { keepConnections: true } },
	{ resource: 'accessToken', operation: 'inspect' },
	{ resource: 'accessToken', operation: 'refresh' },
	{ resource: 'accessToken', operation: 'exchange', code: CODE },
	{ resource: 'phoneNumber', operation: 'register', pin: PIN },
	{ resource: 'account', operation: 'diagnose' },
	{ resource: 'user', operation: 'getAll' },
];

/** A Graph that quotes the whole request in answers and errors of every shape: no secret comes out. */
export const reflections: AttackClass = {
	name: 'Reflections',
	async run(gauntlet) {
		const { random } = gauntlet;
		const server = createServer(async (request, response) => {
			let body = '';
			for await (const chunk of request) body += String(chunk);
			const { authorization = '' } = request.headers;
			const quoted = [authorization, request.url, decodeURIComponent(request.url ?? ''), body].join(
				' ',
			);
			const shapes = [
				{ error: { code: 190, message: quoted, error_data: quoted } },
				{
					error: {
						code: 100,
						message: 'x',
						error_data: { details: quoted },
						error_user_msg: quoted,
					},
				},
				{ data: { is_valid: false, error: { message: quoted, code: 190 } } },
				{
					data: [{ id: '1', messaging_product: quoted, wa_id: quoted }],
					messages: [{ id: quoted }],
				},
				`<html>${quoted}</html>`,
			];
			const shape = random.pick(shapes);
			response.writeHead(random.pick([200, 200, 400, 401, 404, 429, 500, 502]), {
				'content-type': 'application/json',
			});
			response.end(typeof shape === 'string' ? shape : JSON.stringify(shape));
		});
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		const engine = await createEngine({
			credentials: {
				whatsAppCloudApi: {
					...secrets,
					phoneNumberId: '106540352242922',
					businessAccountId: '102290129340398',
					appId: '634974688087057',
					baseUrl,
				},
			},
		});
		try {
			const token = secrets.accessToken.replace(/\s/g, '');
			const all = [token, secrets.appSecret, secrets.previousAppSecret, CODE];
			const forbidden = all.flatMap((secret) => [secret, encodeURIComponent(secret)]);
			for (let i = 0; i < gauntlet.times(160); i++) {
				const call = CALLS[i % CALLS.length];
				const parameters = {
					...call,
					...('deliveryOptions' in call || call.resource === 'message'
						? { deliveryOptions: { ...(call.deliveryOptions as object), maxRetryTime: 0 } }
						: {}),
				};
				const result = await engine.runNode('whatsAppCloud', parameters, undefined, {
					onError: random.pick(['stopWorkflow', 'continueRegularOutput']),
				});
				// n8n adds the node with its own parameters to an error.
				const error = result.error && { ...result.error, node: undefined };
				const output = JSON.stringify([error ?? {}, result.error?.message, result.items()]);
				for (const secret of forbidden) {
					gauntlet.check(
						!output.includes(secret),
						() =>
							`${String(call.operation)} shows a secret: …${output.slice(Math.max(0, output.indexOf(secret) - 80), output.indexOf(secret) + 20)}…`,
					);
				}
				if (call.pin) {
					gauntlet.check(
						!new RegExp(`(?<![\\d])${PIN}(?![\\d])`).test(
							JSON.stringify([result.error?.message, result.error?.description, result.items()]),
						),
						() => 'the PIN is shown',
					);
				}
			}
		} finally {
			await engine.close();
			server.closeAllConnections();
			server.close();
		}
	},
};
