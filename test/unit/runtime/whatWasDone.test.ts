import { NodeOperationError, type INode } from 'n8n-workflow';
import { Run } from '../../../nodes/WhatsAppCloud/runtime/run';
import { tellWhatWasDone } from '../../../nodes/WhatsAppCloud/runtime/whatWasDone';

const node: INode = {
	id: '1',
	name: 'WhatsApp Cloud API',
	type: 'n8n-nodes-whatsapp-cloud.whatsAppCloud',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** What a run of so many items tells that ends with an error. */
function told(itemCount: number, accepted: Run['accepted'], unknown: number[] = [], sends = true) {
	const run = new Run(sends, {
		perSecond: 80,
		longestWaitMs: 0,
		repeatUnknown: false,
		keepConnections: false,
	});
	run.accepted.push(...accepted);
	const failure = (outcome: string) =>
		Object.assign(new NodeOperationError(node, 'refused', { description: 'Try again.' }), {
			context: { outcome },
		});
	const failures = new Map(unknown.map((item) => [item, failure('unknown')]));
	return tellWhatWasDone(failure('refused'), run, itemCount, failures.set(99, failure('refused')));
}

it('tells nothing of other items where there are none, or where nothing is sent', () => {
	for (const error of [told(1, []), told(5, [], [], false)]) {
		expect(error.description).toBe('Try again.');
		expect(error.context).toEqual({ outcome: 'refused' });
	}
});

it('counts items, of which one may send several messages, in the order of the items', () => {
	const error = told(2, [
		{ item: 1, messageId: 'wamid.c' },
		{ item: 0, messageId: 'wamid.a' },
		{ item: 0, messageId: 'wamid.b' },
	]);
	expect(error.description).toContain('Messages for 2 of 2 items had been sent');
	expect(error.context).toMatchObject({
		sentCount: 2,
		itemCount: 2,
		sent: [{ item: 0 }, { item: 0 }, { item: 1 }],
		unknown: [],
	});
});

it('names the items of which nobody can tell', () => {
	const error = told(5, [], [2, 4]);
	expect(error.description).toContain('No message had been sent for any of the 5 items');
	expect(error.description).toContain('the message of item 2, 4 is unknown');
	expect(error.context).toMatchObject({ unknown: [2, 4] });
});
