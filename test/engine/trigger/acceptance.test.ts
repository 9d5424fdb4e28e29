/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { request } from 'node:http';
import { signatureOf } from '../../../cloud-api/webhooks/signature';
import { withSandbox } from '../../support/withSandbox';
import { activated, endAll, post, received, textDelivery, TRIGGER } from './support';

const wait = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));

describe('a delivery that n8n has not stored yet', () => {
	const stage = withSandbox();

	beforeAll(async () => {
		await stage.engine.listen();
	});

	afterEach(async () => {
		stage.engine.executions.store = async () => {};
		await endAll();
	});

	/** Delivers and hangs up after a while, as Meta does when the answer takes too long. */
	async function deliverAndHangUp(url: string, body: string, afterMs: number): Promise<void> {
		const call = request(url, {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				'x-hub-signature-256': signatureOf(body, stage.sandbox.seed.appSecret),
			},
		});
		call.on('error', () => {});
		call.end(body);
		await wait(afterMs);
		call.destroy();
	}

	/** Storing an execution takes a while, and then fails as often as told. */
	function slowDatabase(ms: number, failures: number): void {
		let left = failures;
		stage.engine.executions.store = async () => {
			await wait(ms);
			if (left-- > 0) throw new Error('The database does not answer');
		};
	}

	it('is processed again if Meta disconnected and storing failed', async () => {
		const callback = (await activated(stage, {}, 'lost')).url();
		const body = textDelivery(stage, 'not lost');
		slowDatabase(400, 1);
		await deliverAndHangUp(callback, body, 150);
		expect((await post(stage, callback, body)).status).toBe(200);
		expect(await received(stage, 1)).toMatchObject([[{ text: 'not lost' }]]);
		expect((await post(stage, callback, body)).status).toBe(200);
		expect(stage.engine.executions.all).toHaveLength(1);
	});

	it('does not run twice if Meta disconnected and it was stored later', async () => {
		const callback = (await activated(stage, {}, 'slow')).url();
		const body = textDelivery(stage, 'not twice');
		slowDatabase(400, 0);
		await deliverAndHangUp(callback, body, 150);
		// The same again while it is pending, and when it is stored.
		const answers = await Promise.all([1, 2].map(async () => await post(stage, callback, body)));
		expect(answers.map(({ status }) => status)).toEqual([200, 200]);
		await deliverAndHangUp(callback, body, 10);
		await received(stage, 1);
		await wait(500);
		expect(stage.engine.executions.all).toHaveLength(1);
	});

	it('is answered with 500 if storing fails, and stores nothing in the static data', async () => {
		const trigger = await activated(stage, {}, 'failing');
		const body = textDelivery(stage, 'fails first');
		slowDatabase(0, 1);
		expect((await post(stage, trigger.url(), body)).status).toBe(500);
		expect(trigger.staticData[`node:${TRIGGER}`] ?? {}).not.toHaveProperty('handledEvents');
		expect((await post(stage, trigger.url(), body)).status).toBe(200);
		await received(stage, 1);
		expect(trigger.staticData).toMatchObject({
			[`node:${TRIGGER}`]: { handledEvents: { messages: expect.stringMatching(/^[\w-]{11,}$/) } },
		});
	});

	it('makes Meta redeliver later instead of waiting long', async () => {
		const callback = (await activated(stage, {}, 'stuck')).url();
		const body = textDelivery(stage, 'stuck');
		slowDatabase(7000, 0);
		const first = post(stage, callback, body);
		await wait(200);
		expect((await post(stage, callback, body)).status).toBe(503);
		expect((await first).status).toBe(200);
		expect((await post(stage, callback, body)).status).toBe(200);
		await received(stage, 1);
		expect(stage.engine.executions.all).toHaveLength(1);
	}, 30_000);
});
