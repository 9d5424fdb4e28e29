import axios from 'axios';

import type { JsonObject } from '../../../../sandbox/control/types';
import { waitFor } from '../../../../n8n-server/waitFor';
import type { ExampleRuns } from '../../support/exampleRuns';
import { expectText, textOf } from '../../support/expectText';
import type { World } from '../../support/world';

/** Examples that answer customers with nothing but n8n and WhatsApp. */
export function answeringExamples(world: () => World, runs: ExampleRuns): void {
	const ana = () => world().sandbox.seed.customers[0];
	const customer = () => world().sandbox.control.customer(ana().waId);
	const textsSince = async (timestamp: number) =>
		(await world().sandbox.control.messages({ customer: ana().waId }))
			.filter((message) => message.timestamp >= timestamp)
			.flatMap((message) => (textOf(message) as string | undefined) ?? []);

	test('welcome conversation: sends a greeting and an image, and replies to a tapped button', async () => {
		const { sandbox, server } = world();
		const { waId, name } = ana();
		await runs.publish('welcome-conversation');
		const { timestamp } = await customer().sendText('Hi!');
		const received = async (wanted: string) =>
			await runs.sent(
				`a message of type ${wanted}`,
				(message) => message.type === wanted && message.timestamp >= timestamp,
			);
		expect(JSON.stringify((await received('text')).content)).toContain(`Hello ${name}`);
		expect((await received('image')).media['']).toMatchObject({ mimeType: 'image/jpeg' });
		const buttons = await received('interactive');
		await customer().tap(buttons.id, firstButton(buttons.content));
		await expectText(
			sandbox,
			waId,
			'Your cake arrives *today between 14:00 and 16:00*. The driver rings twice. 🚚',
			server.tail,
		);
	});

	test('menu with many choices: shows page after page and answers the choice', async () => {
		const workflow = await runs.publish('menu-with-many-choices');
		const { timestamp } = await customer().sendText('Hi');
		await runs.runs(workflow, 1);
		const menus = async () =>
			(await world().sandbox.control.messages({ customer: ana().waId, direction: 'outgoing' }))
				.filter((message) => message.type === 'interactive' && message.timestamp >= timestamp)
				.map(({ id }) => id);
		const [first] = await menus();
		await customer().tap(first, 'More…');
		await runs.runs(workflow, 2);
		const second = (await menus()).find((id) => id !== first);
		await customer().tap(String(second), 'Hamburg');
		await runs.runs(workflow, 3);
		expect((await textsSince(timestamp)).join()).toMatch(/Hamburg/);
	});

	test('template after a closed window: sent instead, and when Meta reports 131047 later', async () => {
		const { sandbox } = world();
		await sandbox.control.addTemplate({
			name: 'order_ready',
			language: 'en_US',
			category: 'UTILITY',
			components: [
				{ type: 'BODY', text: 'Order {{1}} is ready.', example: { body_text: [['4711']] } },
			],
		});
		const workflow = await runs.publish('template-after-a-closed-window');
		const run = await runs.start(workflow, 'When I Click Execute');
		expect(run.json('Order Is Ready')).toMatchObject([{ sentAs: 'template' }]);

		const { phoneNumberId, accessToken, customers } = sandbox.seed;
		await sandbox.control.advance(25 * 3_600_000);
		await axios.post(
			`${sandbox.url}/v25.0/${phoneNumberId}/messages`,
			{
				messaging_product: 'whatsapp',
				to: customers[1].waId,
				type: 'text',
				text: { body: 'Your order 815 is ready!' },
				biz_opaque_callback_data: '815',
			},
			{ headers: { Authorization: `Bearer ${accessToken}` }, proxy: false },
		);
		const sent = await runs.sent(
			'the template for the failed message',
			({ template }) => template?.body === 'Order 815 is ready.',
		);
		expect(sent.customer).toBe(customers[1].waId);
	});

	test('opt-in and opt-out: STOP and START are stored in the table and confirmed', async () => {
		const workflow = await runs.publish('opt-in-and-opt-out');
		const rows = async () => await world().client.dataTableRows('WhatsApp consent');
		const { timestamp } = await customer().sendText('Stop!');
		await runs.runs(workflow, 1);
		const stopped = await rows();
		expect(stopped).toMatchObject([{ consent: 'no', name: ana().name, phone: ana().waId }]);
		expect((await textsSince(timestamp)).join()).toMatch(/no more news/);

		await customer().sendText('What is new?');
		await customer().sendText('start');
		await runs.runs(workflow, 2);
		expect(await rows()).toMatchObject([{ consent: 'yes', customer: stopped[0].customer }]);
		const texts = await textsSince(timestamp);
		expect(texts).toHaveLength(2);
		expect(texts[1]).toMatch(/Welcome/);
	});

	test('collect a burst: three messages in a row get one reply', async () => {
		const { sandbox } = world();
		const workflow = await runs.publish('gather-a-burst-before-ai');
		const { timestamp } = await customer().sendText('Hi');
		for (const line of ['I have a question', 'about my order']) {
			await sandbox.control.advance(1_000); // Meta counts in seconds.
			await customer().sendText(line);
		}
		await runs.runs(workflow, 3);
		expect(await textsSince(timestamp)).toEqual([
			'You wrote:\nHi\nI have a question\nabout my order',
		]);
		expect(await world().client.dataTableRows('WhatsApp bursts')).toEqual([]);
	});

	test('once only: a message that is delivered twice gets one reply', async () => {
		const { client, sandbox } = world();
		const { id, ...example } = await runs.create('once-only-with-remove-duplicates');
		await client.deleteWorkflow(id);
		// The trigger's own memory would already drop the second; here the node after it has to.
		const nodes = example.nodes.map((node) =>
			node.name === 'WhatsApp Cloud API Trigger'
				? { ...node, parameters: { ...node.parameters, options: { dropDuplicates: false } } }
				: node,
		);
		const workflow = await client.createWorkflow({ ...example, nodes });
		await client.activate(workflow.id);
		const { timestamp } = await customer().sendText('Hello twice');
		await runs.runs(workflow, 1);
		const delivered = await sandbox.control.waitForDelivery(({ payload }) =>
			JSON.stringify(payload).includes('Hello twice'),
		);
		await sandbox.control.sendWebhook('messages', valueOf(delivered.payload));
		await runs.runs(workflow, 2);
		expect(await textsSince(timestamp)).toEqual(['Thank you, we have received: Hello twice']);
	});

	/** Starts an example that asks, and resolves once it waits. */
	async function asked(name: string, button: RegExp) {
		const { client, server } = world();
		const workflow = await runs.publish(name);
		const { timestamp } = await customer().sendText('I am here');
		await world()
			.sandbox.control.customer(world().sandbox.seed.customers[1].waId)
			.sendText('Me too');
		const { executionId } = await client.testRun(workflow, 'When I Click Execute');
		const question = await runs.sent(
			'the question',
			(message) => message.timestamp >= timestamp && button.test(JSON.stringify(message.content)),
		);
		await waitFor(
			'the execution to wait',
			async () => (await client.execution(String(executionId))).status === 'waiting',
			{ details: server.tail },
		);
		return { executionId: String(executionId), question };
	}

	test.each([
		['Approve', 'Train ticket to Berlin: approved. The money is on its way.'],
		['Decline', 'Train ticket to Berlin: declined. Please talk to your manager.'],
	])('approve an expense: %s continues the execution that asked', async (button, answer) => {
		const { sandbox, server } = world();
		const { executionId, question } = await asked('approve-an-expense', /Do you approve/);
		await customer().tap(question.id, button);
		await expectText(sandbox, sandbox.seed.customers[1].waId, answer, server.tail);
		const { json } = await runs.ended(executionId);
		expect(json('Nobody Answered')).toEqual([]);
	});

	test('collect a delivery date: the form is answered in WhatsApp', async () => {
		const { sandbox, server } = world();
		const { executionId, question } = await asked('collect-a-delivery-date', /When may we deliver/);
		await customer().answerFlow(question.id, {
			delivery_date: '2026-12-24',
			time: 'Morning',
		});
		const answer = 'We deliver order 4711 on 2026-12-24, morning. 🚚';
		await expectText(sandbox, ana().waId, answer, server.tail);
		await runs.ended(executionId);
	});

	test('satisfaction survey: a poor rating goes to the team', async () => {
		const { sandbox, server } = world();
		const { executionId, question } = await asked('satisfaction-survey', /How did we do/);
		await customer().answerFlow(question.id, {
			rating: 'Poor',
			comment: 'It came late',
		});
		const answer = `*${ana().name}* rated us _Poor_: It came late`;
		await expectText(sandbox, sandbox.seed.customers[1].waId, answer, server.tail);
		await runs.ended(executionId);
	});

	test('appointment reminder: everyone is reminded, and a tapped button gets a reply', async () => {
		const { sandbox } = world();
		const workflow = await runs.publish('appointment-reminder');
		const run = await runs.start(workflow, 'Every Afternoon');
		const reminders = run.json('Remind');
		expect(reminders).toMatchObject([{ messageStatus: 'accepted' }, { messageStatus: 'accepted' }]);
		const reminder = await sandbox.control.message(String(reminders[0].messageId));
		expect(reminder.template?.body).toBe(
			'Hello Ana, we look forward to seeing you tomorrow at 9:30. See you soon!',
		);
		await customer().tap(reminder.id, 'I need another date');
		const offer = await runs.sent(
			'the offer of other dates',
			({ type, timestamp }) => type === 'interactive' && timestamp > reminder.timestamp,
		);
		expect(JSON.stringify(offer.content)).toMatch(/Which day suits you better.*Thursday.*Friday/);

		const second = await sandbox.control.message(String(reminders[1].messageId));
		await sandbox.control.customer(second.customer).tap(second.id, 'I will come');
		const { name } = sandbox.seed.customers[1];
		const thanks = `Thank you, ${name}! We look forward to seeing you.`;
		await expectText(sandbox, second.customer, thanks, world().server.tail);
	});
}

/** What the first update of a delivery reported. */
function valueOf(payload: unknown): JsonObject {
	const { entry } = payload as { entry: Array<{ changes: Array<{ value: JsonObject }> }> };
	return entry[0].changes[0].value;
}

/** The ID of the first reply button of an interactive message. */
function firstButton(content: unknown): string {
	const { action } = content as { action: { buttons: Array<{ reply: { id: string } }> } };
	return action.buttons[0].reply.id;
}
