import { bench, closeAll, rejectionOf } from './support';

afterEach(closeAll);

const text = { type: 'text', text: { body: 'Hi' } };
const OFF = { limits: { throughput: null, pair: false } };

describe('throughput of a number', () => {
	it('lets 80 messages pass in a second, rejects the 81st with HTTP 400 and 130429, and goes on after it', async () => {
		const { send, sandbox } = await bench({
			behavior: { clock: 'stopped', limits: { pair: false } },
		});
		const answers = await Promise.all(Array.from({ length: 81 }, async () => await send(text)));
		const rejected = answers.filter(({ status }) => status !== 200);
		expect(rejected).toHaveLength(1);
		expect(rejectionOf(rejected[0])).toMatchObject({ status: 400, code: 130429 });
		await sandbox.control.advance(999);
		expect(rejectionOf(await send(text))).toMatchObject({ code: 130429 });
		await sandbox.control.advance(1);
		expect((await send(text)).status).toBe(200);
	});

	it('slides: it counts the last second, not the current one', async () => {
		const { send, sandbox } = await bench({
			behavior: { clock: 'stopped', limits: { throughput: 4, pair: false } },
		});
		const some = async (count: number) => {
			const answers: number[] = [];
			for (let i = 0; i < count; i++) answers.push((await send(text)).status);
			return answers;
		};
		expect(await some(2)).toEqual([200, 200]);
		await sandbox.control.advance(900);
		expect(await some(2)).toEqual([200, 200]);
		await sandbox.control.advance(200);
		expect(await some(2)).toEqual([200, 200]);
		expect(rejectionOf(await send(text))).toMatchObject({ code: 130429 });
	});

	it('is counted for each number on its own', async () => {
		const { send, graph, sandbox } = await bench({
			behavior: { clock: 'stopped', limits: { throughput: 1 } },
		});
		const second = await sandbox.control.addNumber({ displayPhoneNumber: '+1 555-010-0199' });
		await send(text);
		const other = await graph.post(`/${second.id}/messages`, {
			messaging_product: 'whatsapp',
			to: '+447700900202',
			...text,
		});
		expect(other.status).toBe(200);
	});

	it('does not count what was rejected for another reason', async () => {
		const { send } = await bench({ behavior: { limits: { throughput: 1 } } });
		expect(rejectionOf(await send({ type: 'text', text: {} }))).toMatchObject({ code: 131008 });
		expect((await send(text)).status).toBe(200);
	});
});

describe('pair of number and customer', () => {
	it('lends 45 messages, then one in six seconds', async () => {
		const { send, sandbox } = await bench({
			behavior: { clock: 'stopped', limits: { throughput: null } },
		});
		for (let i = 0; i < 45; i++) expect((await send(text)).status).toBe(200);
		expect(rejectionOf(await send(text))).toMatchObject({ status: 400, code: 131056 });
		expect((await send({ ...text, to: '+447700900202' })).status).toBe(200);
		await sandbox.control.advance(6000);
		expect((await send(text)).status).toBe(200);
		expect(rejectionOf(await send(text))).toMatchObject({ code: 131056 });
		await sandbox.control.advance(45 * 6000);
		for (let i = 0; i < 45; i++) expect((await send(text)).status).toBe(200);
	});
});

describe('faults on demand', () => {
	it('answers a Meta error, as often as set, to the recipient that was set', async () => {
		const { send, sandbox } = await bench({ behavior: OFF });
		await sandbox.control.addFault({
			method: 'POST',
			path: '*/messages',
			to: '447700900202',
			times: 2,
			error: { code: 131048, details: 'Too much', subcode: 2494055 },
		});
		const ben = { ...text, to: '+44 7700 900202' };
		expect((await send(text)).status).toBe(200);
		for (let i = 0; i < 2; i++) {
			expect(rejectionOf(await send(ben))).toEqual({
				status: 400,
				code: 131048,
				subcode: 2494055,
				text: '(#131048) Spam rate limit hit Too much',
			});
		}
		expect((await send(ben)).status).toBe(200);
		expect(await sandbox.control.faults()).toEqual([]);
	});

	it.each([
		[500, 131000],
		[503, 2],
		[429, 4],
		[403, 10],
		[401, 190],
	])('answers HTTP %i with code %i', async (status, code) => {
		const { send, sandbox } = await bench();
		await sandbox.control.addFault({ status, retryAfter: 3 });
		const answer = await send(text);
		expect(rejectionOf(answer)).toMatchObject({ status, code });
		expect(answer.headers['retry-after']).toBe('3');
		expect(await sandbox.control.messages()).toEqual([]);
	});

	it('answers a page of HTML', async () => {
		const { send, sandbox } = await bench();
		await sandbox.control.addFault({ html: true });
		const answer = await send(text);
		expect(answer.status).toBe(502);
		expect(answer.headers['content-type']).toContain('text/html');
		expect(answer.data).toContain('<html>');
	});

	it('cuts the connection before the message is accepted', async () => {
		const { send, sandbox } = await bench();
		await sandbox.control.addFault({ drop: 'before', times: 1 });
		await expect(send(text)).rejects.toThrow(/socket hang up|ECONNRESET/);
		expect(await sandbox.control.messages()).toEqual([]);
		expect(await sandbox.control.requests()).toMatchObject([{ status: 0 }]);
	});

	it('cuts the connection after the message was accepted', async () => {
		const { send, sandbox } = await bench();
		await sandbox.control.addFault({ drop: 'after', times: 1 });
		await expect(send(text)).rejects.toThrow(/socket hang up|ECONNRESET/);
		expect(await sandbox.control.messages()).toHaveLength(1);
	});

	it('waits, skips, and decorates an answer that succeeds', async () => {
		const { send, sandbox } = await bench({ behavior: { ...OFF, latency: [1, 3] } });
		const usage = JSON.stringify({ call_count: 95, total_cputime: 20, total_time: 20 });
		await sandbox.control.addFault({
			skip: 1,
			latency: 50,
			headers: { 'X-App-Usage': usage, 'X-Business-Use-Case-Usage': '{}' },
		});
		const plain = await send(text);
		expect(plain.headers['x-app-usage']).toBeUndefined();
		const decorated = await send(text);
		expect(decorated.status).toBe(200);
		expect(decorated.headers['x-app-usage']).toBe(usage);
		const [, { durationMs }] = await sandbox.control.requests();
		expect(durationMs).toBeGreaterThanOrEqual(50);
	});

	it('applies with a probability, the same requests in every run', async () => {
		const run = async () => {
			const { send, sandbox } = await bench({ behavior: OFF });
			await sandbox.control.addFault({ probability: 0.3, status: 500 });
			const hits: boolean[] = [];
			for (let i = 0; i < 60; i++) hits.push((await send(text)).status === 500);
			return hits;
		};
		const first = await run();
		expect(await run()).toEqual(first);
		expect(first.filter(Boolean).length).toBeGreaterThan(5);
		expect(first.filter(Boolean).length).toBeLessThan(40);
	});

	it('accepts a message and lets it fail', async () => {
		const { send, sandbox } = await bench({ behavior: OFF });
		await sandbox.control.addFault({ failsWith: { code: 131049, details: 'Enough for today' } });
		const { id } = (await send(text)).data.messages[0] as { id: string };
		const failed = await sandbox.control.waitForStatus(id, 'failed');
		expect(failed.statuses).toMatchObject([
			{ errors: [{ code: 131049, error_data: { details: 'Enough for today' } }] },
		]);
	});

	it('goes away when it is cleared, and with a reset', async () => {
		const { send, sandbox } = await bench({ behavior: OFF });
		const { id } = await sandbox.control.addFault({ status: 500 });
		await sandbox.control.clearFaults(id);
		expect((await send(text)).status).toBe(200);
		await sandbox.control.addFault({ status: 500 });
		await sandbox.control.reset();
		expect((await send(text)).status).toBe(200);
		expect(await sandbox.control.messages()).toHaveLength(1);
	});
});

describe('a stopped clock', () => {
	it('lets nothing happen until it is moved, and runs on from there', async () => {
		const { send, sandbox } = await bench({ behavior: { clock: 'stopped' } });
		const { now } = await sandbox.control.state();
		const { id } = (await send(text)).data.messages[0] as { id: string };
		expect((await sandbox.control.message(id)).status).toBe('accepted');
		await sandbox.control.advance(60);
		expect((await sandbox.control.message(id)).status).toBe('delivered');
		expect((await sandbox.control.state()).now).toBe(now + 60);
		await sandbox.control.behavior({ clock: 'running' });
		await sandbox.control.waitForStatus(id, 'read');
		expect((await sandbox.control.state()).now).toBeLessThan(now + 60_000);
	});
});
