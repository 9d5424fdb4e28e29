import type { Json } from '../../sandbox/control/types';
import { bench, closeAll, rejectionOf } from './support';

afterEach(closeAll);

const text = { type: 'text', text: { body: 'Hi' } };

// X8, X9, X14: gateways and proxies between n8n and Meta.
describe('a hostile Graph', () => {
	it('quotes the token in its error', async () => {
		const { sandbox, send } = await bench();
		await sandbox.control.addFault({ reflect: true, status: 500, times: 1 });
		const answer = await send(text);
		expect(answer.status).toBe(500);
		expect(rejectionOf(answer).text).toContain(sandbox.seed.accessToken);
	});

	it('answers 429 as a gateway, with Retry-After', async () => {
		const { sandbox, send } = await bench();
		await sandbox.control.addFault({ html: true, status: 429, retryAfter: 3, times: 1 });
		const answer = await send(text);
		expect([answer.status, answer.headers['retry-after']]).toEqual([429, '3']);
		expect(answer.headers['content-type']).toContain('text/html');
	});

	it.each<Json>([
		{ messaging_product: 'whatsapp', messages: [{ id: '' }] },
		{ messages: [{ id: 'wamid.x' }], error: { code: 131000, message: 'Something went wrong' } },
		[],
		null,
	])('answers 200 with %j', async (answer) => {
		const { sandbox, send } = await bench();
		await sandbox.control.addFault({ answer, times: 1 });
		const received = await send(text);
		expect(received.status).toBe(200);
		expect(received.data).toEqual(answer);
		expect(await sandbox.control.messages()).toHaveLength(0);
	});

	it('answers an error of a megabyte', async () => {
		const { sandbox, send } = await bench();
		await sandbox.control.addFault({ errorLength: 1_000_000, status: 400, times: 1 });
		expect((await send(text)).data.error.message).toHaveLength(1_000_000);
	});

	it('redirects', async () => {
		const { sandbox, graph } = await bench();
		await sandbox.control.addFault({ redirect: 'https://elsewhere.example/x', times: 1 });
		const answer = await graph.get('/me', { maxRedirects: 0 });
		expect([answer.status, answer.headers.location]).toEqual([307, 'https://elsewhere.example/x']);
	});
});
