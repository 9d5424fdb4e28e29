import { authenticate } from '../../../nodes/shared/authenticate';
import { issueTicket } from '../../../nodes/shared/authorization';
import type { AttackClass } from '../gauntlet';

const HOSTS = [
	...['graph.facebook.com', 'evil.example', 'gateway.example', 'facebook.com.evil.example'],
	...['graph.facebook.com@evil.example', 'evil.example#graph.facebook.com', 'notfacebook.com'],
	...[
		'lookaside.fbsbx.com',
		'evil.example?.facebook.com',
		'graph.facebook.com.',
		'mmg.whatsapp.net',
	],
	...['evil.example\\.facebook.com', 'evil.example%2f.facebook.com', '127.0.0.1', '[::1]'],
];
const SCHEMES = [
	'https://',
	'http://',
	'ftp://',
	'//',
	'https:',
	'HTTPS://',
	'file://',
	'',
	'javascript:',
];
const stored = {
	accessToken: 'EAA-the-token-of-the-gauntlet',
	appId: '634974688087057',
	appSecret: 'the-app-secret-of-the-gauntlet',
	renewAutomatically: false,
	baseUrl: 'https://gateway.example:8443',
};
const HOME =
	/^https:\/\/(gateway\.example:8443|([a-z]+\.)*(facebook\.com|fbsbx\.com|whatsapp\.net))(:\d+)?$/;

/** Requests that any node of n8n may make with the credential: secrets go home or nowhere. */
export const targets: AttackClass = {
	name: 'Targets',
	async run(gauntlet) {
		const { random } = gauntlet;
		for (let i = 0; i < gauntlet.times(20_000); i++) {
			const url = `${random.pick(SCHEMES)}${random.pick(HOSTS)}${random.pick(['', ':8443', ':443', ':80'])}${random.pick(['', '/', '/v25.0/me', '/../x'])}`;
			const own =
				random.next() < 0.3 ? issueTicket(random.pick(['bearer', 'app', 'oauth'])) : undefined;
			const spoofed = {
				'x-whatsapp-cloud-authentication': 'app',
				'x-whatsapp-cloud-ticket': random.pick(['app', '', 'bearer', '0', 'true']),
			};
			const request = {
				...(random.next() < 0.5 ? { url } : { url: undefined as unknown as string, uri: url }),
				headers: own?.headers ?? spoofed,
				...(random.next() < 0.1 && { proxy: { host: 'evil.example', port: 80 } }),
				...(random.next() < 0.1 && { rejectUnauthorized: false }),
			};
			const sent = await authenticate(stored, request).catch(() => undefined);
			own?.close();
			const text = JSON.stringify(sent ?? {});
			const released = text.includes(stored.accessToken) || text.includes(stored.appSecret);
			const origin = URL.canParse(url) ? new URL(url).origin : '';
			gauntlet.check(!released || HOME.test(origin), () => `a secret was released to ${url}`);
			gauntlet.check(
				own !== undefined || !text.includes(stored.appSecret),
				() => 'a workflow got the app secret',
			);
			gauntlet.check(
				!released || request.rejectUnauthorized !== false || request.proxy === undefined,
				() => `a secret was released to ${url} through an unverified proxy`,
			);
		}
	},
};
