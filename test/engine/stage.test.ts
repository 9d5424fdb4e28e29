import { withSandbox } from '../support/withSandbox';

describe('the built package in the engine, against the sandbox', () => {
	const stage = withSandbox();

	it('sends a text that the customer receives', async () => {
		const result = await stage.engine.runNode('whatsAppCloud', {
			resource: 'message',
			operation: 'sendText',
			recipient: '+1 555 010 0201',
			text: 'Hello *Ana*',
		});
		expect(result.error).toBeUndefined();
		const [message] = await stage.control.messages({ direction: 'outgoing' });
		expect(result.json()).toMatchObject([{ messageId: message.id }]);
		expect(message.content).toMatchObject({ body: 'Hello *Ana*' });
		await stage.control.waitForStatus(message.id, 'read');
	});

	it('starts each test with an empty sandbox', async () => {
		expect(await stage.control.messages()).toEqual([]);
	});
});
