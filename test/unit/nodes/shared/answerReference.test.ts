import fc from 'fast-check';
import {
	looksLikeReference,
	readReference,
	writeReference,
	type AnswerReference,
} from '../../../../nodes/shared/answerReference';

const REFERENCE: AnswerReference = {
	executionId: '123456',
	nodeId: '0f6c6f0e-6a0c-4c1c-9d5c-2f8f3f1b7a01',
	choice: 1,
	askedAt: 1_795_900_000,
	nonce: 'aB3-_9',
	signature: 'ab'.repeat(32),
};
const SECRET = 'secret';

const references = fc.record(
	{
		executionId: fc.stringMatching(/^[1-9]\d{0,18}$/),
		nodeId: fc.oneof(fc.uuid(), fc.stringMatching(/^[\w-]{1,64}$/)),
		choice: fc.integer({ min: 0, max: 9 }),
		askedAt: fc.integer({ min: 1_700_000_000, max: 2_100_000_000 }),
		nonce: fc.stringMatching(/^[\w-]{6}$/),
		signature: fc.stringMatching(/^[0-9a-f]{64}$/),
	},
	{ requiredKeys: ['executionId', 'nodeId', 'askedAt', 'nonce', 'signature'] },
);

it('reads what it wrote, with any of the secrets', () => {
	fc.assert(
		fc.property(references, (reference) => {
			const text = writeReference(reference, SECRET);
			expect(readReference(text, ['', 'other', SECRET])).toEqual({ reference, appSecret: SECRET });
		}),
	);
});

it('fits into the ID of a row, which has up to 200 characters', () => {
	fc.assert(
		fc.property(references, (reference) => writeReference(reference, SECRET).length <= 200),
	);
});

it('fits into 128 characters for the node IDs and execution IDs of n8n', () => {
	expect(writeReference(REFERENCE, SECRET).length).toBeLessThanOrEqual(128);
});

it('does not read a text with one character changed', () => {
	const text = writeReference(REFERENCE, SECRET);
	for (let at = 0; at < text.length; at++) {
		for (const other of ['A', 'b', '0', '_', '.', '~', '']) {
			const changed = text.slice(0, at) + other + text.slice(at + 1);
			if (changed !== text) expect(readReference(changed, [SECRET])).toBeUndefined();
		}
	}
});

it.each(['', 'yes', 'n8nwait1', 'n8nwait2.1.a..0000000aB3-_9.x.y'])(
	'takes "%s" for an ordinary button ID',
	(text) => {
		expect(readReference(text, [SECRET])).toBeUndefined();
	},
);

it('reads nothing without a secret', () => {
	expect(readReference(writeReference(REFERENCE, ''), [''])).toBeUndefined();
});

it('tells a reference by how it starts', () => {
	expect(looksLikeReference(writeReference(REFERENCE, SECRET))).toBe(true);
	expect(looksLikeReference(undefined)).toBe(false);
	expect(looksLikeReference('n8nwait10')).toBe(false);
});

it('answers within a millisecond for a text of 100,000 characters', () => {
	const start = performance.now();
	for (let i = 0; i < 100; i++) readReference(`n8nwait1.${'1'.repeat(100_000)}`, [SECRET]);
	expect((performance.now() - start) / 100).toBeLessThan(5);
});
