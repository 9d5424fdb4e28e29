import { resumeAddresses } from '../../../../../nodes/WhatsAppCloudTrigger/delivery/answers/addresses';

const REFERENCE = {
	executionId: '7',
	nodeId: 'node-1',
	askedAt: 1,
	nonce: 'abcdef',
	signature: 'ab'.repeat(32),
};
const PATH = `/7/node-1?signature=${'ab'.repeat(32)}`;
const BASE = 'https://n8n.example.com/webhook-waiting';
const PUBLIC = { url: `${BASE}${PATH}` };
const local = (host: string, port = 5678) => ({
	url: `http://${host}:${port}/webhook-waiting${PATH}`,
	host: 'n8n.example.com',
});

it.each([
	['127.0.0.1', { localAddress: '127.0.0.1', localPort: 5678 }, [local('127.0.0.1'), PUBLIC]],
	[
		'an address of the container',
		{ localAddress: '::ffff:172.17.0.2', localPort: 5678 },
		[local('172.17.0.2'), local('127.0.0.1'), PUBLIC],
	],
	[
		'IPv6',
		{ localAddress: 'fe80::1%eth0', localPort: 5678 },
		[local('[fe80::1]'), local('127.0.0.1'), PUBLIC],
	],
	[
		'a connection with TLS',
		{ localAddress: '10.0.0.1', localPort: 443, encrypted: true },
		[PUBLIC],
	],
	['no port', {}, [PUBLIC]],
])('a delivery that arrived at %s', (_, arrival, addresses) => {
	expect(resumeAddresses(BASE, arrival, REFERENCE)).toEqual(addresses);
});

it('n8n below a path is called without the path from inside', () => {
	const arrival = { localAddress: '127.0.0.1', localPort: 5678 };
	expect(resumeAddresses('https://example.com/n8n/webhook-waiting', arrival, REFERENCE)).toEqual([
		{ ...local('127.0.0.1'), host: 'example.com' },
		{ url: `https://example.com/n8n/webhook-waiting${PATH}` },
	]);
});
