import type { INodeParameters } from 'n8n-workflow';
import { resources } from '../../../nodes/WhatsAppCloud/resources';
import { withSandbox } from '../../support/withSandbox';
import { ANA } from './cases';

const stage = withSandbox({ sandbox: { behavior: { window: 'seeded' } } });

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();
const template: INodeParameters = {
	template: { __rl: true, mode: 'name', value: 'order_ready' },
	templateLanguage: 'en_US',
	parameterInput: 'json',
	templateValues: '{ "body": ["4711"] }',
};

beforeEach(async () => {
	await stage.control.addTemplate({
		name: 'order_ready',
		language: 'en_US',
		category: 'UTILITY',
		components: [{ type: 'BODY', text: 'Order {{1}} is ready.', example: { body_text: [['1']] } }],
	});
});

async function run(parameters: INodeParameters) {
	return await stage.engine.runNode('whatsAppCloud', {
		resource: 'message',
		operation: 'sendText',
		recipient: ANA,
		text: 'Your order 4711 is ready',
		...parameters,
	});
}

async function sentTypes() {
	const requests = await stage.control.requests();
	return requests
		.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'))
		.map(({ body }) => (body as { type?: string }).type);
}

const byEnd = (closedWindow: string, hours: number) => ({
	closedWindow,
	windowKnownBy: 'windowEnd',
	windowExpiresAt: ago(hours),
});
const byLast = (closedWindow: string, lastMessageAt: string) => ({
	closedWindow,
	windowKnownBy: 'lastMessage',
	lastMessageAt,
});

// Asked for in public threads about code 131047, "Re-engagement message".
it.each<[string, string, string | undefined, INodeParameters]>([
	['nothing is chosen', 'text', undefined, {}],
	['sent anyway', 'text', undefined, byEnd('send', 1)],
	['the window is open', 'text', 'free-form', byEnd('stop', -1)],
	['the window ended', 'template', 'template', byEnd('template', 1)],
	['the last message is 23 hours old', 'text', 'free-form', byLast('template', ago(23))],
	['the last message is 25 hours old', 'template', 'template', byLast('template', ago(25))],
	['the customer never wrote', 'template', 'template', byLast('template', '={{ $json.never }}')],
	[
		'the last message in Unix seconds',
		'template',
		'template',
		byLast('template', `={{ ${Math.floor(Date.now() / 1000) - 90_000} }}`),
	],
])('%s: sends a %s', async (_, type, sentAs, parameters) => {
	const result = await run({ ...template, ...parameters });
	expect(result.error).toBeUndefined();
	expect(await sentTypes()).toEqual([type]);
	const [item] = result.json();
	expect(item.sentAs).toBe(sentAs);
	expect(item.messageId).toMatch(/^wamid\./);
	if (type === 'template') expect(item).toMatchObject({ template: 'order_ready' });
});

it("reads the end of the window from the trigger's item by default", async () => {
	const items = [
		{ json: { windowExpiresAt: ago(-2) }, type: 'text' },
		{ json: { windowExpiresAt: ago(2) }, type: 'template' },
	];
	const result = await stage.engine.runNode(
		'whatsAppCloud',
		{
			resource: 'message',
			operation: 'sendText',
			recipient: ANA,
			text: 'Ready',
			closedWindow: 'template',
			...template,
		},
		items.map(({ json }) => ({ json })),
	);
	expect(result.error).toBeUndefined();
	expect(await sentTypes()).toEqual(items.map(({ type }) => type));
});

it('sends the template with the values of the item', async () => {
	await run({ ...template, ...byEnd('template', 1), options: { callbackData: 'order-4711' } });
	const requests = await stage.control.requests();
	expect(requests.filter(({ method }) => method === 'POST')).toMatchObject([
		{
			body: {
				type: 'template',
				template: { name: 'order_ready', components: [{ parameters: [{ text: '4711' }] }] },
				biz_opaque_callback_data: 'order-4711',
			},
		},
	]);
});

it.each<[string, INodeParameters]>([
	['sendText', { text: 'Your order 4711 is ready' }],
	['sendLocation', { latitude: '52.5', longitude: '13.4' }],
])('%s to a group: the output of the template has the group ID', async (operation, parameters) => {
	const group = await stage.control.addGroup({ participants: ['15550100201'] });
	const result = await run({
		operation,
		recipient: group.id,
		...template,
		...byEnd('template', 1),
		...parameters,
	});
	expect(result.error).toBeUndefined();
	expect(result.json()).toMatchObject([{ sentAs: 'template', groupId: group.id }]);
});

it('sends the template when Meta rejects the message because the window is closed', async () => {
	await stage.control.behavior({ closedWindow: 'sync' });
	await stage.control.advance(25 * HOUR);
	const result = await run({ ...template, ...byEnd('template', -1) });
	expect(result.error).toBeUndefined();
	expect(result.json()).toMatchObject([{ sentAs: 'template' }]);
	expect(await sentTypes()).toEqual(['text', 'template']);
});

it.each<[string, INodeParameters, RegExp, RegExp]>([
	[
		'a closed window',
		byEnd('stop', 1),
		/Not sent, because the customer service window closed at 20.*\[item 0\]/,
		/Send a Template/,
	],
	['a customer who never wrote', byLast('stop', ''), /never written/, /Send Template/],
	[
		'no end',
		{ closedWindow: 'stop' },
		/Window Ends At is empty \(parameter "Window Ends At"\) \[item 0\]/,
		/Last Message/,
	],
	[
		'a time that is none',
		{ ...byLast('stop', 'tomorrow') },
		/"tomorrow" is not a date \(parameter "Last Message At"\)/,
		/\w/,
	],
	[
		'an unknown choice',
		{ ...byEnd('={{ "fail" }}', 1) },
		/"fail" is not one of the choices \(parameter "If the Window Is Closed"\)/,
		/stop/,
	],
])('stops before sending: %s', async (_, parameters, says, fix) => {
	const result = await run({ ...template, ...parameters });
	expect(result.error?.message).toMatch(says);
	expect(result.error?.description).toMatch(fix);
	expect(result.error).toMatchObject({ context: { outcome: 'not sent' } });
	expect(await sentTypes()).toEqual([]);
});

it('explains a missing template', async () => {
	const result = await run({
		...template,
		...byEnd('template', 1),
		template: { __rl: true, mode: 'name', value: '={{ "" }}' },
	});
	expect(result.error?.message).toMatch(/template/i);
	expect(await sentTypes()).toEqual([]);
});

it('is available in every free-form operation, and in no other', () => {
	const operations = resources.find(({ value }) => value === 'message')?.operations ?? [];
	const without = operations.filter(
		({ fields }) => !fields.some(({ name }) => name === 'closedWindow'),
	);
	expect(without.map(({ value }) => value).sort()).toEqual([
		'markAsRead',
		'pinMessage',
		'sendTemplate',
	]);
});
