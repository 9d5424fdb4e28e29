import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { withSandbox } from '../../support/withSandbox';
import { FILES, filledIn, locator, output, RECIPIENT, run, templatesOf } from './support';

const stage = withSandbox();

const BODY = { type: 'BODY', text: 'Dear {{1}}, your order {{2}} is on its way.' };
const add = templatesOf(stage);
const json = (template: string, values: unknown, more: IDataObject = {}) =>
	({
		recipient: RECIPIENT,
		template: locator(`${template}|en_US`),
		parameterInput: 'json',
		templateValues: typeof values === 'string' ? values : JSON.stringify(values),
		...more,
	}) as unknown as INodeParameters;
const send = async (parameters: INodeParameters) =>
	(await output(stage, 'message', 'sendTemplate', parameters))[0];
const failing = async (parameters: INodeParameters) => {
	const { error } = await run(stage, 'message', 'sendTemplate', parameters);
	expect(await posts()).toEqual([]);
	return `${error?.message ?? 'sent'}\n${error?.description ?? ''}`;
};
const posts = async () =>
	(await stage.control.requests()).filter(
		({ method, path }) => method === 'POST' && /messages$/.test(path),
	);
const sentComponents = async () => {
	const [post] = await posts();
	return (post.body as { template: { components?: unknown[] } }).template.components;
};

describe('a flow button without values', () => {
	beforeEach(async () => {
		await add('survey', [
			{ type: 'BODY', text: 'Tell us how it was.' },
			{ type: 'BUTTONS', buttons: [{ type: 'FLOW', text: 'Open', flow_id: '700000000000001' }] },
		]);
	});

	it.each([
		['fields', async () => await filledIn(stage, 'survey', {})],
		['JSON', async () => json('survey', {})],
	])('is sent with a flow token, from %s', async (_, parameters) => {
		const { flowToken } = await send(await parameters());
		expect(flowToken).toMatch(/^[0-9a-f]{32}$/);
		expect(await sentComponents()).toEqual([
			{
				type: 'button',
				sub_type: 'flow',
				index: '0',
				parameters: [{ type: 'action', action: { flow_token: flowToken } }],
			},
		]);
	});
});

describe('a catalog button without a thumbnail', () => {
	beforeEach(async () => {
		await add('shop', [
			{ type: 'BODY', text: 'See what is new.' },
			{ type: 'BUTTONS', buttons: [{ type: 'CATALOG', text: 'View catalog' }] },
		]);
	});

	it.each([
		['fields', async () => await filledIn(stage, 'shop', {})],
		['JSON', async () => json('shop', {})],
	])('leaves without parameters, from %s', async (_, parameters) => {
		await send(await parameters());
		expect(await sentComponents()).toEqual([{ type: 'button', sub_type: 'catalog', index: '0' }]);
	});
});

describe('fields are checked against their template without a request', () => {
	it.each<[string, IDataObject, string]>([
		['a whole URL', { 'button.0.url': 'https://example.com/t/42' }, 'Enter only what follows it'],
		['a body that is too long', { 'body.1': 'x'.repeat(1020) }, 'the limit is 1024'],
		['an object', { 'body.2': { id: 42 } }, 'Body {{2}}: An object was given'],
	])('%s', async (_, change, words) => {
		await add('order_update', [
			BODY,
			{
				type: 'BUTTONS',
				buttons: [{ type: 'URL', text: 'Track', url: 'https://example.com/t/{{1}}' }],
			},
		]);
		const good = { 'body.1': 'Ana', 'body.2': '42', 'button.0.url': '42' };
		const form = await filledIn(stage, 'order_update', { ...good, ...change });
		const before = (await stage.control.requests()).length;
		expect(await failing(form)).toContain(words);
		expect(await stage.control.requests()).toHaveLength(before);
	});
});

describe('clean values', () => {
	it('are sent, and the output lists the changes', async () => {
		await add('order_update', [BODY]);
		const sent = await send(json('order_update', { body: ['Ana\n\tGray', '4      2'] }));
		expect(sent.cleanedValues).toEqual([
			{ parameter: 'body.1', from: 'Ana\n\tGray', to: 'Ana Gray' },
			{ parameter: 'body.2', from: '4      2', to: '4 2' },
		]);
		expect((await stage.control.message(String(sent.messageId))).template?.body).toBe(
			'Dear Ana Gray, your order 4 2 is on its way.',
		);
	});

	it('are rejected with an explanation if the option is off', async () => {
		await add('order_update', [BODY]);
		const parameters = json(
			'order_update',
			{ body: ['Ana\nGray', '42'] },
			{
				options: { cleanValues: false },
			},
		);
		expect(await failing(parameters)).toContain('Body {{1}} has a line break or a tab');
	});
});

describe("Meta's own JSON", () => {
	const components = [
		{ type: 'body', parameters: ['Ana', '42'].map((text) => ({ type: 'text', text })) },
	];

	it.each<[string, unknown]>([
		['a list of texts', ['Ana', '42']],
		['a template object', { name: 'order_update', language: { code: 'en_US' }, components }],
		[
			'a whole message',
			{ messaging_product: 'whatsapp', template: { name: 'order_update', components } },
		],
		['parameters as values', { body: components[0].parameters }],
	])('%s is sent as Meta documents it', async (_, values) => {
		await add('order_update', [BODY]);
		await send(json('order_update', values));
		expect(await sentComponents()).toEqual(components);
	});

	it('of another template is rejected', async () => {
		await add('order_update', [BODY]);
		const words = await failing(json('order_update', { name: 'other', components }));
		expect(words).toContain('The values are those of the template "other"');
	});

	it('with something else in the list is rejected', async () => {
		await add('order_update', [BODY]);
		expect(await failing(json('order_update', [components[0], 'x']))).toContain(
			'Entry 2 of the list is "x" (parameter "Values (JSON)")',
		);
	});
});

describe('localized values', () => {
	const localized = (...value: IDataObject[]) => ({ localizedValues: { value } });

	it('replace the values of the fields', async () => {
		await add('order_update', [BODY]);
		await send({
			...(await filledIn(stage, 'order_update', { 'body.1': 'Ana', 'body.2': '$100.99' })),
			options: localized({ parameter: 'body.2', type: 'currency', code: 'usd', amount: 100.99 }),
		} as INodeParameters);
		expect(await sentComponents()).toMatchObject([
			{
				parameters: [
					{ type: 'text', text: 'Ana' },
					{
						type: 'currency',
						currency: { code: 'USD', amount_1000: 100990, fallback_value: '100.99 USD' },
					},
				],
			},
		]);
	});

	it('are checked', async () => {
		await add('order_update', [BODY]);
		const parameters = (value: IDataObject) =>
			json('order_update', { body: ['Ana', '42'] }, { options: localized(value) });
		expect(
			await failing(
				parameters({ parameter: 'body.2', type: 'currency', code: 'Dollar', amount: 1 }),
			),
		).toContain('invalid currency code "DOLLAR"');
		expect(await failing(parameters({ parameter: 'button.0.payload' }))).toContain(
			'"button.0.payload" cannot have a localized value',
		);
	});
});

it('explains a date in place of text', async () => {
	await add('order_update', [BODY]);
	const words = await failing(json('order_update', '={{ { body: ["Ana", $now] } }}'));
	expect(words).toContain('Body {{2}}: A date was given where text is expected');
	expect(words).toContain('toFormat');
});

describe('files of template values', () => {
	const header = (format: string) => [
		{ type: 'HEADER', format },
		{ type: 'BODY', text: 'Here it is' },
	];
	const media = async () =>
		(await stage.control.requests()).filter(({ path }) => path.endsWith('/media'));

	it('can be a data URL, and are checked before the upload', async () => {
		await add('picture', header('IMAGE'));
		const png = `data:image/png;base64,${FILES.picture.data}`;
		await send(await filledIn(stage, 'picture', { 'header.image': png }));
		expect(await media()).toHaveLength(1);
		await stage.control.reset();
		await add('picture', header('IMAGE'));
		const words = await failing(await filledIn(stage, 'picture', { 'header.image': 'paper' }));
		expect(words).toContain('The file of "header.image": WhatsApp does not allow application/pdf');
		expect(await media()).toEqual([]);
	});

	it.each([
		['https://example.com/Fatura%20Mar%C3%A7o.pdf', 'Fatura Março.pdf'],
		['https://example.com/download.php?file=1', 'download'],
		['paper', 'Invoice 42.pdf'],
	])('a document from %s is called %j', async (value, filename) => {
		await add('paper_template', header('DOCUMENT'));
		await send(await filledIn(stage, 'paper_template', { 'header.document': value }));
		expect(await sentComponents()).toMatchObject([{ parameters: [{ document: { filename } }] }]);
	});

	it('of a sharing service are explained', async () => {
		await add('paper_template', header('DOCUMENT'));
		const link = 'https://drive.google.com/file/d/1abc/view';
		expect(await failing(json('paper_template', { header: { document: link } }))).toContain(
			'The file of "header.document": The link opens a web page',
		);
	});
});

it('suggests similar templates if a name does not exist', async () => {
	await add('order_update', [BODY]);
	const words = await failing(json('order', { body: ['a', 'b'] }));
	expect(words).toContain('The template "order" does not exist in this account');
	expect(words).toContain('Similar names: order_update.');
});
