/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
import { pool } from '../../../../../nodes/WhatsAppCloud/runtime/pool';

/** Work that is done when the test says so. */
function byHand() {
	const started: number[] = [];
	const ends = new Map<number, { done: () => void; fail: (reason: Error) => void }>();
	const work = async (index: number) => {
		started.push(index);
		await new Promise<void>((done, fail) => ends.set(index, { done, fail }));
	};
	const settle = async () => await new Promise((resolve) => setImmediate(resolve));
	return {
		started,
		work,
		settle,
		done: async (index: number) => {
			ends.get(index)?.done();
			await settle();
		},
		fail: async (index: number, reason: Error) => {
			ends.get(index)?.fail(reason);
			await settle();
		},
	};
}

describe('a pool', () => {
	it('runs as many at once as its size, in order', async () => {
		const { started, work, done, settle } = byHand();
		const running = pool({ count: 4, width: 2 }, work);
		await settle();
		expect(started).toEqual([0, 1]);
		await done(1);
		expect(started).toEqual([0, 1, 2]);
		await done(0);
		await done(2);
		await done(3);
		await running;
	});

	it('starts an item only when the one before it is done', async () => {
		const { started, work, done, settle } = byHand();
		const running = pool(
			{ count: 4, width: 4, after: (index) => (index === 2 ? 0 : undefined) },
			work,
		);
		await settle();
		expect(started).toEqual([0, 1, 3]);
		await done(1);
		await done(3);
		expect(started).toEqual([0, 1, 3]);
		await done(0);
		expect(started).toEqual([0, 1, 3, 2]);
		await done(2);
		await running;
	});

	it('starts nothing new after a rejection, lets the rest finish, and throws the first', async () => {
		const { started, work, done, fail } = byHand();
		const running = pool({ count: 5, width: 3 }, work);
		const end = running.then(
			() => 'done',
			(error: Error) => error.message,
		);
		await fail(1, new Error('first'));
		await fail(2, new Error('second'));
		await done(0);
		expect(await end).toBe('first');
		expect(started).toEqual([0, 1, 2]);
	});

	it('starts nothing new once it has ended', async () => {
		const { started, work, done } = byHand();
		let ended = false;
		const running = pool({ count: 5, width: 1, ended: () => ended }, work);
		ended = true;
		await done(0);
		await running;
		expect(started).toEqual([0]);
	});
});
