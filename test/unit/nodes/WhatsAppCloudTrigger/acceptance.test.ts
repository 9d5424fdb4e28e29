/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import { EventEmitter } from 'events';
import type { IWebhookFunctions } from 'n8n-workflow';
import { Acceptance, GRACE_MS } from '../../../../nodes/WhatsAppCloudTrigger/delivery/acceptance';
import { watchAnswer } from '../../../../nodes/WhatsAppCloudTrigger/delivery/watchAnswer';

describe('the acceptance of a delivery', () => {
	it.each([
		[200, 'accepted'],
		[204, 'accepted'],
		[302, 'failed'],
		[404, 'failed'],
		[500, 'failed'],
	])('with answer %i is %s, whether Meta hung up before or after', (status, state) => {
		const plain = new Acceptance();
		plain.answer(status);
		const before = new Acceptance();
		before.hangUp(0);
		expect(before.state(1)).toBe('pending');
		before.answer(status);
		const after = new Acceptance();
		after.answer(status);
		after.hangUp(0);
		for (const acceptance of [plain, before, after]) {
			expect(acceptance.state(10 * GRACE_MS)).toBe(state);
		}
	});

	it('is pending for as long as Meta listens', () => {
		expect(new Acceptance().state(1e12)).toBe('pending');
	});

	it('after a hang-up is pending for a minute, then unknown until n8n answers', () => {
		const acceptance = new Acceptance();
		acceptance.hangUp(1000);
		acceptance.hangUp(50_000);
		expect(acceptance.state(60_999)).toBe('pending');
		expect(acceptance.state(61_000)).toBe('unknown');
		acceptance.answer(200);
		expect(acceptance.state(61_000)).toBe('accepted');
	});

	it('is decided by the first answer', async () => {
		const acceptance = new Acceptance();
		acceptance.answer(500);
		acceptance.answer(200);
		expect(acceptance.state(0)).toBe('failed');
		expect(await acceptance.settled).toBe(false);
	});
});

describe('watching a response', () => {
	function watched(destroyed = false) {
		const ended: unknown[][] = [];
		const response = Object.assign(new EventEmitter(), {
			statusCode: 200,
			destroyed,
			end: (...parts: unknown[]) => {
				ended.push(parts);
				return response;
			},
		});
		const context = { getResponseObject: () => response } as unknown as IWebhookFunctions;
		return { response, ended, acceptance: watchAnswer(context) };
	}

	it('ignores a disconnect with the default status', () => {
		const { response, acceptance } = watched();
		response.emit('close');
		expect(acceptance.state(Date.now())).toBe('pending');
	});

	it('notices the response that n8n writes after a disconnect', () => {
		const { response, ended, acceptance } = watched();
		response.emit('close');
		response.statusCode = 500;
		response.end('body', 'utf8');
		expect(ended).toEqual([['body', 'utf8']]);
		expect(acceptance.state(Date.now())).toBe('failed');
	});

	it('notices that Meta disconnected before', () => {
		const { acceptance } = watched(true);
		expect(acceptance.state(Date.now() + GRACE_MS + 1000)).toBe('unknown');
	});
});
