import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { node } from '../../../engine';
import { orderUpdate } from '../../../n8n-server/sampleTemplates';
import { withSandbox } from '../../support/withSandbox';

const stage = withSandbox();
const ANA = '+1 555 010 0201';

const ai = (name: string, type = 'string') => `={{ $fromAI('${name}', '', '${type}') }}`;

/** The tools of the agent: what the workflow's author has left to the model. */
const TOOLS: Record<string, INodeParameters> = {
	text: { operation: 'sendText', recipient: ai('to'), text: ai('text') },
	buttons: {
		operation: 'sendButtons',
		recipient: ai('to'),
		body: ai('text'),
		buttonsInput: 'json',
		buttonsJson: ai('buttons', 'json'),
	},
	location: {
		operation: 'sendLocation',
		recipient: ai('to'),
		latitude: ai('latitude', 'number'),
		longitude: ai('longitude', 'number'),
	},
	file: {
		operation: 'sendMedia',
		recipient: ai('to'),
		mediaType: 'image',
		mediaSource: 'link',
		mediaLink: ai('link'),
	},
	reaction: {
		operation: 'sendReaction',
		recipient: ai('to'),
		messageId: ai('messageId'),
		emoji: ai('emoji'),
	},
	template: {
		operation: 'sendTemplate',
		recipient: ai('to'),
		template: { mode: 'name', value: ai('template') },
		templateLanguage: ai('language'),
	},
	lookUp: {
		resource: 'template',
		operation: 'getAll',
		returnAll: true,
	},
};

/** One call of a tool by the model, and how it ends: what the tool answers, and how many messages arrive. */
type Call = [what: string, tool: string, input: IDataObject, answer: RegExp, arrive: 0 | 1];

const SENT = /wamid\./;
const CALLS: Call[] = [
	['a text', 'text', { to: ANA, text: 'Hi' }, SENT, 1],
	['a text to digits with zeros', 'text', { to: '0015550100201', text: 'Hi' }, SENT, 1],
	['a text to a number as a number', 'text', { to: 15550100201, text: 'Hi' }, /Expected string/, 0],
	['a text that is a number', 'text', { to: ANA, text: 4711 }, /Expected string/, 0],
	['a text in Markdown', 'text', { to: ANA, text: '**Hi** [you](https://example.com)' }, SENT, 1],
	['a text to a name', 'text', { to: 'Ana Lima', text: 'Hi' }, /Recipient.*phone number/s, 0],
	['a text to nobody', 'text', { to: '', text: 'Hi' }, /Recipient/, 0],
	['a text without words', 'text', { to: ANA, text: '' }, /Text/, 0],
	['a text that is too long', 'text', { to: ANA, text: 'x'.repeat(5000) }, /4,?096|Split/, 0],
	['buttons', 'buttons', { to: ANA, text: 'Sure?', buttons: [{ title: 'Yes' }] }, SENT, 1],
	[
		'four buttons',
		'buttons',
		{ to: ANA, text: 'Sure?', buttons: ['A', 'B', 'C', 'D'].map((title) => ({ title })) },
		/3/,
		0,
	],
	['buttons that are no JSON', 'buttons', { to: ANA, text: 'Sure?', buttons: '[{' }, /buttons/, 0],
	['a location', 'location', { to: ANA, latitude: 52.5, longitude: 13.4 }, SENT, 1],
	[
		'a location off the earth',
		'location',
		{ to: ANA, latitude: 152, longitude: 13 },
		/Latitude/,
		0,
	],
	['a picture', 'file', { to: ANA, link: 'https://example.com/bread.png' }, SENT, 1],
	['a picture that is no link', 'file', { to: ANA, link: 'bread.png' }, /https/, 0],
	['a template', 'template', { to: ANA, template: 'hello_world', language: 'en_US' }, SENT, 1],
	[
		'a template that does not exist',
		'template',
		{ to: ANA, template: 'helo_world', language: 'en_US' },
		/template/i,
		0,
	],
	['a look-up', 'lookUp', {}, /hello_world.*APPROVED/, 0],
	['a reaction to nothing', 'reaction', { to: ANA, messageId: '', emoji: '👍' }, /Message ID/, 0],
];

async function callTool(tool: string, input: IDataObject): Promise<string> {
	const agent = node(
		'n8n-nodes-base.toolAgent',
		{ calls: JSON.stringify([input]) },
		{ typeVersion: 2 },
	);
	const before = node('n8n-nodes-base.noOp');
	const called = node('whatsAppCloudTool', { resource: 'message', ...TOOLS[tool] });
	const result = await stage.engine.run({
		nodes: [before, agent, called],
		connections: {
			[before.name]: { main: [[{ node: agent.name, type: 'main', index: 0 }]] },
			[called.name]: { ai_tool: [[{ node: agent.name, type: 'ai_tool', index: 0 }]] },
		},
	});
	if (result.error) throw result.error;
	return JSON.stringify(result.json(agent.name)[0].results);
}

describe('a scripted model', () => {
	beforeEach(async () => {
		await stage.control.addTemplate(orderUpdate);
	});

	it('makes 20 calls', () => {
		expect(CALLS).toHaveLength(20);
	});

	it.each(CALLS)('%s', async (_what, tool, input, answer, arrive) => {
		const text = await callTool(tool, input);
		expect(text).toMatch(answer);
		const sent = await stage.control.messages({ direction: 'outgoing' });
		expect(sent).toHaveLength(arrive);
	});
});
