import type { INodeParameters } from 'n8n-workflow';
import { withSandbox } from '../../support/withSandbox';
import { activated, endAll } from '../trigger/support';
import { ANA, ask, asking, continued } from './support';

const stage = withSandbox({ sandbox: { behavior: { window: 'enforced' } } });

beforeAll(async () => {
	await stage.engine.listen();
});
afterEach(endAll);

async function template(buttons: string[]) {
	await activated(stage);
	await stage.control.addTemplate({
		name: 'refund_request',
		language: 'en_US',
		category: 'UTILITY',
		components: [
			{ type: 'BODY', text: 'Refund order {{1}}?', example: { body_text: [['4711']] } },
			...(buttons.length > 0
				? [{ type: 'BUTTONS', buttons: buttons.map((text) => ({ type: 'QUICK_REPLY', text })) }]
				: []),
		],
	});
}

const AS_TEMPLATE: INodeParameters = {
	closedWindow: 'template',
	windowKnownBy: 'windowEnd',
	windowExpiresAt: '2020-01-01T00:00:00Z',
	template: { __rl: true, mode: 'name', value: 'refund_request|en_US' },
	templateLanguage: 'en_US',
	parameterInput: 'json',
	templateValues: '{ "body": ["4711"] }',
};

it.each([
	['Yes, refund', true],
	['No', false],
])('asks with the quick reply buttons of a template: %s', async (title, approved) => {
	await template(['Yes, refund', 'No']);
	const waiting = await ask(stage, AS_TEMPLATE);
	expect(waiting.json('Ask')[0]).toMatchObject({ askedBy: 'template' });
	const done = continued(stage, waiting.executionId);
	await stage.control.customer(ANA).tap(String(waiting.json('Ask')[0].messageId), title);
	expect((await done).json('After')[0]).toMatchObject({
		answered: true,
		approved,
		askedBy: 'template',
	});
});

it.each<[string, string[], INodeParameters, RegExp]>([
	['no button', [], {}, /The template has no quick reply button, but the question has 2 answers/],
	[
		'too few buttons',
		['Yes'],
		{},
		/The template has one quick reply button, but the question has 2/,
	],
	[
		'no flow button, for a form',
		['Yes'],
		{ responseType: 'freeText' },
		/The template has no button that opens a flow/,
	],
	[
		"Meta's list of components",
		['Yes', 'No'],
		{ templateValues: '[{ "type": "body", "parameters": [{ "type": "text", "text": "1" }] }]' },
		/Meta's list of components/,
	],
])('rejects a template with %s before anything is sent', async (_, buttons, more, message) => {
	await template(buttons);
	const result = await stage.engine.run(asking({ ...AS_TEMPLATE, ...more }));
	expect(result.error?.message).toMatch(message);
	expect(await stage.control.messages({ direction: 'outgoing' })).toEqual([]);
});

it('asks with a free-form message while the window is open', async () => {
	await template(['Yes, refund', 'No']);
	await stage.control.customer(ANA).sendText('Hi');
	const waiting = await ask(stage, {
		...AS_TEMPLATE,
		windowExpiresAt: new Date(Date.now() + 3_600_000).toISOString(),
	});
	expect(waiting.json('Ask')[0]).toMatchObject({ askedBy: 'buttons' });
});
