/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- development code, never shipped */
import path from 'node:path';
import { readWorkflow, type WorkflowJson } from '../../../engine';
import { resources } from '../../../nodes/WhatsAppCloud/resources';
import { withSandbox } from '../../support/withSandbox';

const GALLERY = path.join(__dirname, '../../../examples/message-gallery.json');

/** Operations that are no messages to show, or have an example of their own. */
const NOT_SHOWN = new Set(['markAsRead', 'sendAndWait', 'sendTemplate']);

const stage = withSandbox();

/** Returns the workflow with fields of its node "Recipient and IDs" filled in. */
function filledIn(workflow: WorkflowJson, values: Record<string, string>): WorkflowJson {
	const copy = structuredClone(workflow);
	const fields = copy.nodes.find(({ name }) => name === 'Recipient and IDs')?.parameters
		.assignments as {
		assignments: Array<{ name: string; value: string }>;
	};
	for (const field of fields.assignments) field.value = values[field.name] ?? field.value;
	return copy;
}

describe('examples/message-gallery.json', () => {
	it('sends every message type, and each reaches its recipient', async () => {
		await stage.control.behavior({ calling: true });
		const { id: indianSender } = await stage.control.addNumber({
			displayPhoneNumber: '+91 99999 00100',
		});
		await stage.control
			.customer('919999900203')
			.send({ type: 'text', text: 'Hi', phoneNumberId: indianSender });
		const group = await stage.control.addGroup({ participants: ['15550100201'] });
		const workflow = filledIn(await readWorkflow(GALLERY), {
			indianSender,
			indianRecipient: '+91 99999 00203',
			groupId: group.id,
		});
		const result = await stage.engine.run(workflow);

		expect(result.error).toBeUndefined();
		const sending = workflow.nodes.filter(({ type }) => type.endsWith('.whatsAppCloud'));
		for (const { name } of sending) {
			expect([name, result.json(name)[0]]).toEqual([
				name,
				expect.objectContaining({ messageId: expect.stringMatching(/^wamid\./) }),
			]);
		}
		const messages = await stage.control.messages({ direction: 'outgoing' });
		expect(messages).toHaveLength(sending.length);
		// A reaction is never reported as read, and a pin only changes a message.
		const readable = messages.filter(({ type }) => type !== 'reaction' && type !== 'pin');
		for (const { id } of readable) await stage.control.waitForStatus(id, 'read');
	});

	it('shows every operation that sends', async () => {
		const { nodes } = await readWorkflow(GALLERY);
		const shown = new Set(nodes.map(({ parameters }) => parameters.operation));
		const message = resources.find(({ value }) => value === 'message');
		const missing = message?.operations
			.map(({ value }) => value)
			.filter((value) => !shown.has(value) && !NOT_SHOWN.has(value));
		expect(missing).toEqual([]);
	});

	it('skips messages without a phone number', async () => {
		await stage.control.behavior({ calling: true });
		const result = await stage.engine.run(await readWorkflow(GALLERY));
		expect(result.error).toBeUndefined();
		expect(result.nodes).not.toContain('Address Request');
		expect(result.nodes).not.toContain('Pin It');
		expect(result.nodes).toContain('Product Carousel');
	});
});
