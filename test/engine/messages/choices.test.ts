import type { INodeParameters } from 'n8n-workflow';
import { schemaDifferences } from '../../support/outputSchema';
import { withSandbox } from '../../support/withSandbox';
import { ANA } from './cases';

const stage = withSandbox({ sandbox: { behavior: { window: 'seeded' } } });
const towns = Array.from({ length: 12 }, (_, index) => `Town ${index + 1}`);

/** The requests that would send a message or a file. */
async function posted() {
	return (await stage.control.requests()).filter(({ method }) => method === 'POST');
}

async function run(parameters: INodeParameters) {
	return await stage.engine.runNode('whatsAppCloud', {
		resource: 'message',
		operation: 'sendChoices',
		recipient: ANA,
		body: 'Where are you?',
		...parameters,
	});
}

interface Interactive {
	type: string;
	action: { sections: Array<{ rows: object[] }>; buttons?: object[] };
}

async function sent(): Promise<Interactive[]> {
	return (await posted()).map(
		({ body }) => (body as unknown as { interactive: Interactive }).interactive,
	);
}

const asJson = (value: unknown, options: INodeParameters = {}) => ({
	choicesInput: 'json',
	choicesJson: typeof value === 'string' ? value : JSON.stringify(value),
	options,
});

it.each<[string, INodeParameters]>([
	['one per line', { choicesLines: 'Yes\nNo | | n' }],
	['a list in the field for lines', { choicesLines: '={{ ["Yes", { title: "No", id: "n" }] }}' }],
	[
		'the form',
		{ choicesInput: 'form', choices: { choice: [{ title: 'Yes' }, { title: 'No', id: 'n' }] } },
	],
	['JSON', asJson(['Yes', { title: 'No', id: 'n' }])],
	['an expression', asJson('={{ ["Yes", { title: "No", id: "n" }] }}')],
	["n8n's items", asJson([{ json: { title: 'Yes' } }, { json: { title: 'No', id: 'n' } }])],
	[
		"Meta's reply buttons",
		asJson({
			buttons: [
				{ type: 'reply', reply: { title: 'Yes', id: 'Yes' } },
				{ type: 'reply', reply: { title: 'No', id: 'n' } },
			],
		}),
	],
	[
		'objects with other names',
		asJson(
			[
				{ label: 'Yes', price: 1 },
				{ label: 'No', key: 'n' },
			],
			{ titleField: 'label', idField: 'key' },
		),
	],
])('takes choices from %s', async (_, parameters) => {
	const result = await run(parameters);
	expect(result.error).toBeUndefined();
	expect(await sent()).toMatchObject([
		{
			type: 'button',
			action: {
				buttons: [
					{ type: 'reply', reply: { title: 'Yes', id: 'Yes' } },
					{ type: 'reply', reply: { title: 'No', id: 'n' } },
				],
			},
		},
	]);
	const [item] = result.json();
	expect(item).toMatchObject({
		shownAs: 'buttons',
		choices: [
			{ id: 'Yes', title: 'Yes' },
			{ id: 'n', title: 'No' },
		],
	});
	expect(schemaDifferences('message', 'sendChoices', item)).toEqual([]);
});

it('continues when the customer taps More, and ends with the chosen row', async () => {
	const [first] = (await run(asJson(towns))).json();
	expect(first).toMatchObject({ shownAs: 'list', nextPage: 'more:9' });
	expect(schemaDifferences('message', 'sendChoices', first)).toEqual([]);
	await stage.control.customer('15550100201').tap(String(first.messageId), 'More…');
	const second = await run(asJson(towns, { continueFrom: 'more:9' }));
	expect(second.json()).toMatchObject([
		{ shownAs: 'list', choices: [{ title: 'Town 10' }, {}, {}] },
	]);
	expect(second.json()[0]).not.toHaveProperty('nextPage');
	await stage.control.customer('15550100201').tap(String(second.json()[0].messageId), 'Town 11');
});

it('sends several lists at once', async () => {
	const result = await run(asJson(towns, { division: 'lists' }));
	expect(result.error).toBeUndefined();
	expect((await sent()).map(({ action }) => action.sections[0].rows.length)).toEqual([10, 2]);
	const [item] = result.json();
	expect(item).toMatchObject({ shownAs: 'lists', parts: [{}, {}] });
	expect(schemaDifferences('message', 'sendChoices', item)).toEqual([]);
});

it.each<[string, INodeParameters, RegExp]>([
	['no choice', { choicesLines: ' \n ' }, /There is no choice \(parameter "Choices"\) \[item 0\]/],
	['an object without a title', asJson([{ name: 'A' }]), /Choice 1 has no title/],
	[
		'a field that nobody named',
		asJson([{ title: 'A', price: 2 }]),
		/Choice 1 has the field "price"/,
	],
	[
		'an object as a title',
		asJson([{ title: { en: 'A' } }]),
		/object was given where text is expected/,
	],
	['nothing in the list', asJson(['A', null]), /Entry 2 is nothing/],
	['an object in a text', { choicesLines: '={{ "A\\n" + ({}) }}' }, /\[object Object\]/],
	['twice the same', { choicesLines: 'A\nB\nC\nA' }, /Choices 1 and 4 have the same title "A"/],
	['a date', asJson('={{ [$now] }}'), /Entry 1 is a date/],
])('rejects %s', async (_, parameters, says) => {
	const result = await run(parameters);
	expect(result.error?.message).toMatch(says);
	expect(result.error?.description).toMatch(/\w/);
	expect(await posted()).toEqual([]);
});
