import type { INodeParameters } from 'n8n-workflow';
import { withSandbox } from '../../support/withSandbox';
import { locator, output, run, templatesOf } from './support';

const stage = withSandbox();

const BODY = {
	type: 'BODY',
	text: 'Dear {{1}}, your order is on its way.',
	example: { body_text: [['Pablo']] },
};
const addTemplate = templatesOf(stage);
const add = async (name: string, more: object = {}, components: object[] = [BODY]) =>
	await addTemplate(name, components, more);
const parameters = (input: object) => input as unknown as INodeParameters;
const template = async (operation: string, input: object) =>
	await output(stage, 'template', operation, parameters(input));
const problem = async (operation: string, input: object) => {
	const { error } = await run(stage, 'template', operation, parameters(input));
	return { message: error?.message ?? 'sent', description: String(error?.description ?? '') };
};
const writes = async () =>
	(await stage.control.requests()).filter(({ method }) => method !== 'GET');
const form = {
	name: 'order_update',
	category: 'UTILITY',
	language: 'en_US',
	body: 'Dear [[1]], your order is on its way.',
	bodySamples: { sample: [{ variable: '', value: 'Pablo' }] },
};

describe('submit', () => {
	it('reports whether Meta changed the category', async () => {
		const [kept] = await template('submit', form);
		expect(kept).toMatchObject({
			status: 'PENDING',
			category: 'UTILITY',
			requestedCategory: 'UTILITY',
			categoryChanged: false,
		});
		const [moved] = await template('submit', {
			...form,
			name: 'sale',
			body: 'Dear [[1]], our great sale starts today.',
		});
		expect(moved).toMatchObject({ category: 'MARKETING', categoryChanged: true });
	});

	it('reports everything that Meta would reject in one list, and sends nothing', async () => {
		const { message, description } = await problem('submit', {
			...form,
			name: 'Order Update',
			body: '[[1]] is your order [[3]]',
			footer: 'x'.repeat(61),
		});
		expect(message).toContain('Meta would reject this template for');
		for (const words of [
			'The name "Order Update" has invalid characters',
			'Body uses {{1}}, {{3}} but not {{2}}',
			'Body starts with a variable',
			'Body ends with a variable',
			'Footer has 61 characters',
		])
			expect(message).toContain(words);
		expect(description).toContain('order_update');
		expect(await writes()).toEqual([]);
	});

	it('reports a name that is already in use, which only Meta knows', async () => {
		await template('submit', form);
		const { message, description } = await problem('submit', form);
		expect(`${message} ${description}`).toContain('already');
	});

	it.each<[string, object, string]>([
		[
			'a file that is not there',
			{ header: 'IMAGE', headerBinary: 'photo' },
			'no binary field "photo"',
		],
		[
			'a file of the wrong kind',
			{ header: 'IMAGE', headerBinary: 'paper' },
			'The sample "Invoice 42.pdf" is application/pdf, which is not allowed for an image header',
		],
	])('rejects %s as a sample', async (_, more, words) => {
		const { message } = await problem('submit', { ...form, ...more });
		expect(message).toContain(words);
		expect(await writes()).toEqual([]);
	});

	it("resumes an interrupted upload at Meta's offset", async () => {
		await stage.control.addFault({
			method: 'POST',
			path: '/upload:*',
			cutAfterBytes: 40,
			times: 1,
		});
		const [submitted] = await template('submit', {
			...form,
			header: 'VIDEO',
			headerBinary: 'film',
		});
		expect(submitted.status).toBe('PENDING');
		const uploads = (await stage.control.requests()).filter(
			({ method, path }) => method === 'POST' && path.startsWith('/upload:'),
		);
		expect(uploads.map(({ headers }) => headers.file_offset)).toEqual(['0', '40']);
	});

	it('accepts the complete definition as JSON, with a binary field as the sample', async () => {
		const [submitted] = await template('submit', {
			definition: 'json',
			templateJson: JSON.stringify({
				name: 'from_json',
				language: 'en_US',
				category: 'utility',
				components: [
					{ type: 'header', format: 'image', example: { header_handle: ['picture'] } },
					{ type: 'body', text: 'Dear [[1]], hello to you', example: { body_text: ['Pablo'] } },
				],
			}),
		});
		expect(submitted).toMatchObject({ name: 'from_json', status: 'PENDING' });
	});

	it('submits a template of the library, which requires no review', async () => {
		const [ready] = await template('searchLibrary', { search: 'delivery', limit: 1 });
		const [submitted] = await template('submit', {
			definition: 'library',
			name: 'my_delivery',
			category: 'UTILITY',
			language: 'en_US',
			libraryTemplate: ready.name,
			libraryButtons: JSON.stringify([
				{
					type: 'URL',
					url: {
						base_url: 'https://example.com/{{1}}',
						url_suffix_example: 'https://example.com/1',
					},
				},
			]),
		});
		expect(submitted).toMatchObject({ status: 'APPROVED' });
	});
});

describe('get and update', () => {
	it('explains a rejection, and submits again after a change', async () => {
		const [submitted] = await template('submit', {
			...form,
			body: 'Dear [[1]], you have won the lottery today.',
		});
		const id = locator(String(submitted.templateId), 'id');
		await stage.control.advance(10_000);
		const [rejected] = await template('get', { template: id });
		expect(rejected).toMatchObject({
			status: 'REJECTED',
			sendable: false,
			rejection: { code: 'SCAM', fix: expect.stringContaining('Name your business') as unknown },
		});
		const [updated] = await template('update', {
			template: id,
			header: 'keep',
			body: 'Dear [[1]], your order leaves today.',
			bodySamples: { sample: [{ variable: '1', value: 'Pablo' }] },
		});
		expect(updated).toMatchObject({ updated: true, previousStatus: 'REJECTED' });
		await stage.control.advance(10_000);
		const [again] = await template('get', { template: id });
		expect(again).toMatchObject({
			status: 'APPROVED',
			body: 'Dear {{1}}, your order leaves today.',
		});
	});

	it('keeps the fields that are empty, and removes the chosen components', async () => {
		const { id } = await add('order_update', {}, [
			{ type: 'HEADER', format: 'TEXT', text: 'Hello' },
			BODY,
			{ type: 'FOOTER', text: 'Old footer' },
			{ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Stop' }] },
		]);
		await template('update', {
			template: locator(id, 'id'),
			header: 'keep',
			footer: 'New footer',
			remove: ['BUTTONS'],
		});
		const result = await run(
			stage,
			'template',
			'get',
			parameters({ template: locator(id, 'id'), simplify: false }),
		);
		const [record] = result.json();
		expect(record).toMatchObject({ header: 'Hello', footer: 'New footer', buttons: '' });
		expect((record.raw as { components: unknown }).components).toEqual([
			{ type: 'HEADER', format: 'TEXT', text: 'Hello' },
			BODY,
			{ type: 'FOOTER', text: 'New footer' },
		]);
	});

	it.each<[string, object, object, string]>([
		[
			'the category of an approved one',
			{},
			{ options: { category: 'MARKETING' } },
			'The category of the approved template "order_update" cannot be changed',
		],
		[
			'one in review',
			{ status: 'PENDING' },
			{ footer: 'x' },
			'The template "order_update" has the status PENDING and cannot be edited',
		],
		['nothing', {}, {}, 'There is nothing to change'],
	])('does not change %s', async (_, more, change, words) => {
		const { id } = await add('order_update', more);
		const { message } = await problem('update', {
			template: locator(id, 'id'),
			header: 'keep',
			...change,
		});
		expect(message).toContain(words);
		expect(await writes()).toEqual([]);
	});
});

describe('delete', () => {
	const languages = async () =>
		(await stage.control.templates())
			.filter(({ name }) => name === 'greeting')
			.map((one) => one.language);

	it('deletes one language and keeps the others', async () => {
		const { id } = await add('greeting');
		await add('greeting', { language: 'de' });
		const [deleted] = await template('delete', { scope: 'one', template: locator(id, 'id') });
		expect(deleted).toMatchObject({ deleted: true, name: 'greeting', language: 'en_US' });
		expect(await languages()).toEqual(['de']);
	});

	it('requires confirmation to delete a name with three languages', async () => {
		for (const language of ['en_US', 'de', 'fr']) await add('greeting', { language });
		const { message } = await problem('delete', { scope: 'name', templateName: 'greeting' });
		expect(message).toContain(
			'"greeting" has 3 languages (de, en_US, fr), which would all be deleted',
		);
		expect(await languages()).toHaveLength(3);
		const [deleted] = await template('delete', {
			scope: 'name',
			templateName: 'greeting',
			everyLanguage: true,
		});
		expect(deleted).toEqual({ deleted: true, name: 'greeting', languages: ['de', 'en_US', 'fr'] });
		expect(await languages()).toEqual([]);
	});

	it('deletes many by ID', async () => {
		const ids = [(await add('greeting')).id, (await add('greeting', { language: 'de' })).id];
		await template('delete', { scope: 'ids', templateIds: ids.join(', ') });
		expect(await languages()).toEqual([]);
		const { message } = await problem('delete', { scope: 'ids', templateIds: '={{ "" }}' });
		expect(message).toContain('No template ID was entered');
	});
});

describe('archive, unarchive, unpause, compare, migrate, preview', () => {
	it('archives and unarchives, with one result per template', async () => {
		const { id } = await add('greeting');
		expect(await template('archive', { templateIds: `${id},1234` })).toEqual([
			{ templateId: id, archived: true },
			{ templateId: '1234', archived: false, reason: 'Template not found' },
		]);
		expect((await template('get', { template: locator(id, 'id') }))[0]).toMatchObject({
			status: 'ARCHIVED',
			sendable: false,
		});
		expect(await template('unarchive', { templateIds: id })).toEqual([
			{ templateId: id, unarchived: true },
		]);
	});

	it('unpauses', async () => {
		const { id } = await add('greeting', { status: 'PAUSED' });
		expect(await template('unpause', { template: locator(id, 'id') })).toEqual([
			{ unpaused: true, templateId: id },
		]);
		const { description } = await problem('unpause', { template: locator(id, 'id') });
		expect(description).toContain('not paused');
	});

	it('compares two templates', async () => {
		const [one, other] = [await add('one'), await add('other')];
		const compared = await template('compare', {
			template: locator(one.id, 'id'),
			otherTemplate: locator(other.id, 'id'),
			days: 30,
		});
		expect(compared).toEqual([
			{ templateId: one.id, sent: 1000, blockRank: 1, topBlockReason: 'UNKNOWN_BLOCK_REASON' },
			{ templateId: other.id, sent: 1000, blockRank: 2, topBlockReason: 'UNKNOWN_BLOCK_REASON' },
		]);
	});

	it('copies the templates of another account', async () => {
		const source = await stage.control.addAccount({ name: 'Source' });
		const good = await add('good', { businessAccountId: source.id });
		const paused = await add('paused', { businessAccountId: source.id, status: 'PAUSED' });
		const [result] = await template('migrate', { sourceAccount: locator(source.id, 'id') });
		expect(result).toEqual({
			migrated: [good.id],
			failed: [{ templateId: paused.id, reason: 'Template is PAUSED' }],
		});
	});

	it('previews with values and samples, and reports what Meta would reject', async () => {
		await add('greeting');
		const shown = await template('preview', {
			template: locator('greeting', 'name'),
			templateLanguage: 'en_US',
			parameterInput: 'json',
			templateValues: `{"body": ["${'x'.repeat(1001)}"]}`,
		});
		expect(shown).toMatchObject([
			{
				template: 'greeting',
				body: `Dear ${'x'.repeat(1001)}, your order is on its way.`,
				problems: [
					{
						parameter: 'body',
						message: 'The body has 1033 characters with its values; the limit is 1024',
					},
				],
			},
		]);
		const [sample] = await template('preview', {
			template: locator('greeting|en_US'),
			parameterInput: 'json',
			templateValues: '{}',
		});
		expect(sample.text).toBe('Dear Pablo, your order is on its way.');
		expect(await writes()).toEqual([]);
	});
});
