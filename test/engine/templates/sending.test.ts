import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { withSandbox } from '../../support/withSandbox';
import { fieldsOf, filledIn, locator, output, RECIPIENT, run, templatesOf } from './support';

const stage = withSandbox();

const BODY = { type: 'BODY', text: 'Dear {{1}}, your order {{2}} is on its way.' };
const addTemplate = templatesOf(stage);
const add = async (name: string, more: object = {}, components: object[] = [BODY]) =>
	await addTemplate(name, components, more);
const json = (template: string, templateValues: unknown, more: IDataObject = {}) =>
	({
		recipient: RECIPIENT,
		template: locator(template, 'name'),
		templateLanguage: 'en_US',
		parameterInput: 'json',
		templateValues: JSON.stringify(templateValues),
		...more,
	}) as unknown as INodeParameters;
const failing = async (parameters: INodeParameters) => {
	const { error } = await run(stage, 'message', 'sendTemplate', parameters);
	return { message: error?.message ?? 'sent', description: String(error?.description ?? '') };
};
const posts = async () =>
	(await stage.control.requests()).filter(
		({ method, path }) => method === 'POST' && /messages$/.test(path),
	);

describe('values as JSON, for data and agents', () => {
	it('sends by name, language, and values from the item', async () => {
		await add('order_update');
		const result = await stage.engine.runNode(
			'whatsAppCloud',
			{
				resource: 'message',
				operation: 'sendTemplate',
				recipient: '={{ $json.phone }}',
				template: { __rl: true, mode: 'name', value: '={{ $json.template }}' },
				templateLanguage: '={{ $json.language }}',
				parameterInput: 'json',
				templateValues: '={{ { body: [$json.name, $json.order] } }}',
			} as unknown as INodeParameters,
			['Ana', 'Ben'].map((name, index) => ({
				json: {
					phone: ['+15550100201', '+447700900202'][index],
					template: 'order_update',
					language: 'en_US',
					name,
					order: 40 + index,
				},
			})),
		);
		expect(result.error).toBeUndefined();
		const ids = result.json().map(({ messageId }) => String(messageId));
		const bodies = await Promise.all(
			ids.map(async (id) => (await stage.control.message(id)).template?.body),
		);
		expect(bodies).toEqual([
			'Dear Ana, your order 40 is on its way.',
			'Dear Ben, your order 41 is on its way.',
		]);
		const reads = (await stage.control.requests()).filter(({ path }) =>
			/message_templates/.test(path),
		);
		expect(reads).toHaveLength(1);
	});

	it("sends Meta's own components unchanged", async () => {
		await add('order_update');
		const components = [
			{
				type: 'body',
				parameters: ['Ana', '42'].map((text) => ({ type: 'text', text })),
			},
		];
		const [sent] = await output(stage, 'message', 'sendTemplate', json('order_update', components));
		expect((await stage.control.message(String(sent.messageId))).content).toMatchObject({
			components,
		});
	});

	it('does not read the template if the check is off', async () => {
		await add('order_update');
		await output(
			stage,
			'message',
			'sendTemplate',
			json('order_update|en_US', { body: ['Ana', '42'] }, { options: { checkTemplate: false } }),
		);
		expect((await stage.control.requests()).map(({ method }) => method)).toEqual(['POST']);
	});
});

describe('what cannot be sent is reported before anything is sent', () => {
	it.each<[string, unknown, string]>([
		['too few values', { body: ['Ana'] }, 'Body {{2}} is empty'],
		['too many values', { body: ['Ana', '42', 'x'] }, 'The template has no parameter body.3'],
		['an empty value', { body: ['', '42'] }, 'Body {{1}} is empty'],
		['no values at all', {}, 'The template "order_update" cannot be sent for 2 reasons'],
		['an unknown place', { footer: 'x', body: ['a', 'b'] }, 'The template has no parameter footer'],
	])('%s', async (_, values, message) => {
		await add('order_update');
		const problem = await failing(json('order_update', values));
		expect(problem.message).toContain(message);
		expect(problem.description).not.toBe('');
		expect(await posts()).toEqual([]);
	});

	it.each([
		['PAUSED', 'is paused and cannot be sent'],
		['REJECTED', 'is rejected and cannot be sent'],
		['PENDING', 'is in review and cannot be sent'],
		['DISABLED', 'is disabled and cannot be sent'],
	])('a template that is %s', async (status, words) => {
		const { id } = await add('order_update');
		await stage.control.changeTemplate(id, { status });
		const { message } = await failing(json('order_update', { body: ['Ana', '42'] }));
		expect(message).toContain(words);
		expect(await posts()).toEqual([]);
	});

	it('a template of another account, or of another language', async () => {
		const { id: businessAccountId } = await stage.control.addAccount({ name: 'Other' });
		await add('order_update', { businessAccountId });
		await add('greeting', { language: 'de' });
		await add('greeting', { language: 'fr' });
		const elsewhere = await failing(json('order_update', { body: ['Ana', '42'] }));
		expect(elsewhere.message).toContain(
			'The template "order_update" does not exist in this account',
		);
		const language = await failing(json('greeting', { body: ['Ana', '42'] }));
		expect(language.message).toContain(
			'The template "greeting" does not exist in the language "en_US"',
		);
		expect(language.description).toContain('It exists in: de, fr');
		expect(await posts()).toEqual([]);
	});

	it('a one-time password to a user ID', async () => {
		await add('code', { category: 'AUTHENTICATION' }, [
			{ type: 'BODY', text: '*{{1}}* is your verification code.' },
			{ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy code' }] },
		]);
		const { message } = await failing({
			...json('code', { code: '123456' }),
			recipient: 'US.1000000000000000201',
		});
		expect(message).toContain('A one-time password cannot be sent to a business-scoped user ID');
	});

	it("reports Meta's error if the form does not know the status of the template", async () => {
		const { id } = await add('order_update');
		const form = await filledIn(stage, 'order_update', { 'body.1': 'Ana', 'body.2': '42' });
		await stage.control.changeTemplate(id, { status: 'PAUSED' });
		const { message } = await failing(form);
		expect(message).toContain('Meta has paused the template because of its quality');
	});
});

describe('an outdated form', () => {
	it('lists the fields that the template requires now', async () => {
		const old = await add('order_update');
		const form = await filledIn(stage, 'order_update', { 'body.1': 'Ana', 'body.2': '42' });
		await output(stage, 'template', 'delete', {
			scope: 'one',
			template: locator(old.id, 'id'),
		} as unknown as INodeParameters);
		await add('order_update', {}, [
			{ type: 'BODY', text: 'Dear {{1}}, your order {{2}} comes {{3}} to you.' },
		]);
		const { message, description } = await failing(form);
		expect(message).toContain('has changed since its fields were loaded: it needs Body {{3}}');
		expect(description).toContain('Refresh Value List');
	});

	it('detects fields of another template before anything is sent', async () => {
		await add('order_update');
		await add('other_update');
		const form = await filledIn(stage, 'order_update', { 'body.1': 'Ana', 'body.2': '42' });
		const { message } = await failing({
			...form,
			template: locator('other_update|en_US') as never,
		});
		expect(message).toContain(
			'The fields belong to the template "order_update" in en_US, but "other_update" is chosen',
		);
		expect(await posts()).toEqual([]);
	});

	it('makes no other request if the form is up to date', async () => {
		await add('order_update');
		const form = await filledIn(stage, 'order_update', { 'body.1': 'Ana', 'body.2': '42' });
		const before = (await stage.control.requests()).length;
		await output(stage, 'message', 'sendTemplate', form);
		expect((await stage.control.requests()).length - before).toBe(1);
	});
});

describe('options', () => {
	it('returns the request in a dry run, and sends and uploads nothing', async () => {
		await add('picture', {}, [{ type: 'HEADER', format: 'IMAGE' }, BODY]);
		const form = await filledIn(stage, 'picture', {
			'header.image': 'picture',
			'body.1': 'Ana',
			'body.2': '42',
		});
		const [shown] = await output(stage, 'message', 'sendTemplate', {
			...form,
			options: { dryRun: true, callbackData: 'c1' },
		});
		expect(shown).toMatchObject({
			dryRun: true,
			endpoint: `POST /${stage.sandbox.seed.phoneNumberId}/messages`,
			body: { to: '+15550100201', type: 'template', biz_opaque_callback_data: 'c1' },
			preview: { body: 'Dear Ana, your order 42 is on its way.' },
		});
		expect(JSON.stringify(shown.body)).toContain('"image":{"id":"(upload of picture)"}');
		expect(await posts()).toEqual([]);
		expect(await stage.control.messages()).toEqual([]);
	});

	it('sends through the Marketing Messages API', async () => {
		await add('offer', { category: 'MARKETING' });
		await output(
			stage,
			'message',
			'sendTemplate',
			json(
				'offer',
				{ body: ['Ana', '42'] },
				{
					options: { marketingMessages: true, productPolicy: 'STRICT', activitySharing: true },
				},
			),
		);
		const [post] = await posts();
		expect(post.path).toMatch(/\/marketing_messages$/);
		expect(post.body).toMatchObject({ product_policy: 'STRICT', message_activity_sharing: true });
	});
});

it('the fields of a template without parameters, and of one that cannot be sent, explain it', async () => {
	await add('fixed', {}, [{ type: 'BODY', text: 'Hello' }]);
	const { id } = await add('gone', {}, [{ type: 'BODY', text: 'Hello' }]);
	await stage.control.changeTemplate(id, { status: 'PAUSED' });
	expect(await fieldsOf(stage, 'fixed')).toEqual({
		fields: [],
		emptyFieldsNotice: 'This template has no parameters.',
	});
	expect((await fieldsOf(stage, 'gone')).emptyFieldsNotice).toContain(
		'This template is paused and cannot be sent.',
	);
});
