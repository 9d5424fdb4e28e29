/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */
import type { INodeParameters } from 'n8n-workflow';
import { textMessage } from '../../../cloud-api/messages/text';
import { buttonsMessage } from '../../../cloud-api/messages/buttons';
import { locationMessage } from '../../../cloud-api/messages/location';
import { typingMs } from '../../../cloud-api/messages/typing';
import { fastClock } from '../../support/fastClock';
import { withSandbox } from '../../support/withSandbox';
import { ANA } from './cases';

const stage = withSandbox({ sandbox: { behavior: { window: 'seeded' } } });
const SPEED = 10;
let realClock: () => void;
beforeEach(() => {
	realClock = fastClock(SPEED);
});
afterEach(() => realClock());

async function run(parameters: INodeParameters, abortSignal?: AbortSignal) {
	return await stage.engine.runNode(
		'whatsAppCloud',
		{
			resource: 'message',
			operation: 'sendText',
			recipient: ANA,
			text: 'Hello',
			...parameters,
		},
		[{ json: {} }],
		{ run: { abortSignal } },
	);
}

async function posts() {
	const requests = await stage.control.requests();
	return requests
		.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'))
		.map(({ body }) => body as Record<string, unknown>);
}

const received = async () => await stage.control.customer('15550100201').sendText('Hi');

// Meta: the indicator is dismissed after 25 seconds.
describe('the typing indicator', () => {
	it.each([
		['an empty text for a second', 0, 1_000],
		['100 characters for 4 seconds', 100, 4_000],
		['a long text for 25 seconds, never longer', 4_000, 25_000],
	])('%s', (_, length, ms) => {
		expect(typingMs({ type: 'text', text: { body: 'a'.repeat(length) } })).toBe(ms);
	});

	it('the body of an interactive message or a caption, and nothing of a location', () => {
		const body = 'a'.repeat(100);
		expect(typingMs(textMessage({ text: body }))).toBe(4_000);
		expect(typingMs(buttonsMessage({ body, buttons: [{ id: 'a', title: 'A' }] }))).toBe(4_000);
		expect(typingMs({ type: 'image', image: { id: '1', caption: body } })).toBe(4_000);
		expect(typingMs(locationMessage({ latitude: 1, longitude: 1 }))).toBe(1_000);
	});
});

it('marks the message as read with typing, waits, and sends', async () => {
	const { id } = await received();
	const result = await run({ text: 'a'.repeat(100), options: { typingFirst: true, replyTo: id } });
	expect(result.error).toBeUndefined();
	expect(await posts()).toMatchObject([
		{ status: 'read', message_id: id, typing_indicator: { type: 'text' } },
		{ type: 'text', context: { message_id: id } },
	]);
	const requests = await stage.control.requests();
	const [typing, sent] = requests.filter(({ path }) => path.endsWith('/messages'));
	expect(sent.at - typing.at).toBeGreaterThanOrEqual(3_500);
});

it("finds the trigger's message itself, without quoting it", async () => {
	await onEvent(['message'], received);
	const sent = await posts();
	expect(sent).toMatchObject([
		{ status: 'read', typing_indicator: { type: 'text' } },
		{ type: 'text' },
	]);
	expect(sent[1]).not.toHaveProperty('context');
});

it('does not take the message of a status for one of the customer', async () => {
	const { error } = await onEvent(['status'], async () => await run({}));
	expect(error?.message).toMatch(/no message to mark as read/);
	expect(await posts()).toHaveLength(1);
});

it('shows no typing unless it is asked to', async () => {
	await received();
	await run({ options: { typingFirst: false } });
	expect(await posts()).toHaveLength(1);
});

it('sends the message even if Meta rejects the indicator, and reports it', async () => {
	const result = await run({ options: { typingFirst: true, replyTo: 'wamid.unknown' } });
	expect(result.error).toBeUndefined();
	expect(result.json()).toMatchObject([
		{ messageId: expect.stringMatching(/^wamid\./), typingError: expect.stringMatching(/\w/) },
	]);
});

it('is shown before a template, too', async () => {
	await stage.control.addTemplate({
		name: 'order_ready',
		language: 'en_US',
		category: 'UTILITY',
		components: [{ type: 'BODY', text: 'Your order is ready.' }],
	});
	const { id } = await received();
	const result = await run({
		operation: 'sendTemplate',
		template: { __rl: true, mode: 'name', value: 'order_ready' },
		templateLanguage: 'en_US',
		parameterInput: 'json',
		templateValues: '{}',
		options: { typingFirst: true, replyTo: id },
	});
	expect(result.error).toBeUndefined();
	expect(await posts()).toMatchObject([{ status: 'read' }, { type: 'template' }]);
});

it.each<[string, INodeParameters, RegExp]>([
	[
		'there is no message',
		{ options: { typingFirst: true } },
		/no message to mark as read \(parameter "Options → Show Typing First"\) \[item 0\]/,
	],
	[
		'the text is too long',
		{ text: 'a'.repeat(4097), options: { typingFirst: true, replyTo: 'wamid.1' } },
		/4,097 characters/,
	],
	[
		'the options contradict each other',
		{ options: { typingFirst: true, replyTo: 'wamid.1', callbackData: 'a'.repeat(513) } },
		/Callback Data has 513 characters/,
	],
	[
		'the switch is neither on nor off',
		{ options: { typingFirst: '={{ "maybe" }}', replyTo: 'wamid.1' } },
		/maybe/,
	],
])('does nothing when %s', async (_, parameters, says) => {
	const result = await run(parameters);
	expect(result.error?.message).toMatch(says);
	expect(await posts()).toEqual([]);
});

it('stops typing when the execution is canceled, and sends nothing', async () => {
	const { id } = await received();
	const start = Date.now();
	const stop = new AbortController();
	setTimeout(() => stop.abort(), 5_000);
	const result = await run(
		{ text: 'a'.repeat(900), options: { typingFirst: true, replyTo: id } },
		stop.signal,
	);
	expect(result.status).toBe('canceled');
	expect(Date.now() - start).toBeLessThan(20_000);
	expect((await posts()).filter(({ type }) => type === 'text')).toEqual([]);
});

/** The execution that an event starts, in which the node answers. */
async function onEvent(events: string[], act: () => Promise<unknown>) {
	await stage.engine.listen();
	const node = (name: string, type: string, parameters: INodeParameters) => ({
		id: name,
		name,
		type: `n8n-nodes-whatsapp-cloud.${type}`,
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters,
		...(type.endsWith('Trigger') && { webhookId: 'typing' }),
	});
	const trigger = stage.engine.trigger({
		id: 'typing',
		name: 'typing',
		nodes: [
			node('WhatsApp "Main"', 'whatsAppCloudTrigger', { events }),
			node('Answer', 'whatsAppCloud', {
				resource: 'message',
				operation: 'sendText',
				recipient: '={{ $json.answerTo ?? $json.to }}',
				text: 'Hello',
				options: { typingFirst: true },
			}),
		],
		connections: {
			'WhatsApp "Main"': { main: [[{ node: 'Answer', type: 'main', index: 0 }]] },
		},
	});
	await trigger.activate();
	await act();
	const [result] = await stage.engine.executions.wait(1, 20_000 * SPEED);
	await trigger.deactivate();
	return result;
}
