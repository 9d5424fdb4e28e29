import { NodeOperationError, type INode } from 'n8n-workflow';
import { Run } from '../../../../../nodes/WhatsAppCloud/runtime/run';
import { addPartialResult } from '../../../../../nodes/WhatsAppCloud/runtime/partialResult';

const node: INode = {
	id: '1',
	name: 'WhatsApp Cloud API',
	type: 'n8n-nodes-whatsapp-cloud.whatsAppCloud',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** The error of a run with so many items. */
function reported(
	itemCount: number,
	accepted: Run['accepted'],
	unknown: number[] = [],
	sends = true,
) {
	const run = new Run(sends, {
		perSecond: 80,
		maxRetryMs: 0,
		retryUnknown: false,
		keepConnections: false,
	});
	run.accepted.push(...accepted);
	const failure = (outcome: string) =>
		Object.assign(new NodeOperationError(node, 'rejected', { description: 'Try again.' }), {
			context: { outcome },
		});
	const failures = new Map(unknown.map((item) => [item, failure('unknown')]));
	return addPartialResult(
		failure('rejected'),
		run,
		itemCount,
		failures.set(99, failure('rejected')),
	);
}

it('says nothing about other items if there are none, or if nothing is sent', () => {
	for (const error of [reported(1, []), reported(5, [], [], false)]) {
		expect(error.description).toBe('Try again.');
		expect(error.context).toEqual({ outcome: 'rejected' });
	}
});

it('counts items, of which one may send several messages, in the order of the items', () => {
	const error = reported(2, [
		{ item: 1, messageId: 'wamid.c' },
		{ item: 0, messageId: 'wamid.a' },
		{ item: 0, messageId: 'wamid.b' },
	]);
	expect(error.description).toContain('Messages for 2 of 2 items were sent before');
	expect(error.context).toMatchObject({
		sentCount: 2,
		itemCount: 2,
		sent: [{ item: 0 }, { item: 0 }, { item: 1 }],
		unknown: [],
	});
});

it('lists the items whose outcome is unknown', () => {
	const error = reported(5, [], [2, 4]);
	expect(error.description).toContain('No message was sent for any of the 5 items');
	expect(error.description).toContain('the message of item 2, 4 is unknown');
	expect(error.context).toMatchObject({ unknown: [2, 4] });
});
