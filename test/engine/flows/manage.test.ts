import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { schemaDifferences } from '../../support/outputSchema';
import { withSandbox } from '../../support/withSandbox';

const stage = withSandbox();

const MINIMAL = {
	version: '7.3',
	screens: [
		{
			id: 'ASK',
			title: 'Ask',
			terminal: true,
			layout: {
				type: 'SingleColumnLayout',
				children: [
					{ type: 'TextInput', name: 'name', label: 'Name', required: true },
					{
						type: 'Footer',
						label: 'Send',
						'on-click-action': { name: 'complete', payload: { name: '${form.name}' } },
					},
				],
			},
		},
	],
};

const EMPTY = '={{ $json.missing ?? "" }}';
const byId = (id: string) => ({ mode: 'id', value: id });

async function run(operation: string, parameters: INodeParameters, input: IDataObject[] = [{}]) {
	const items = input.map((json) => ({ json }));
	return await stage.engine.runNode(
		'whatsAppCloud',
		{ resource: 'flow', operation, ...parameters },
		items,
	);
}

/** The output, which fits the operation's schema; fails the test with the node's words when there is none. */
async function output(operation: string, parameters: INodeParameters): Promise<IDataObject[]> {
	const result = await run(operation, parameters);
	if (result.error) throw new Error(`${result.error.message}\n${result.error.description ?? ''}`);
	const items = result.json();
	expect(items.flatMap((item) => schemaDifferences('flow', operation, item))).toEqual([]);
	return items;
}

async function draft(name = 'draft', flowJson: unknown = MINIMAL): Promise<string> {
	const [created] = await output('create', {
		name,
		categories: ['OTHER'],
		definition: 'json',
		flowJson: JSON.stringify(flowJson),
	});
	return String(created.flowId);
}

/** Requests that changed something, as Meta saw them. */
const writes = async () =>
	(await stage.control.requests()).filter(
		({ method, path }) => method !== 'GET' && path.includes('flow'),
	);

describe('creates a flow', () => {
	it('from fields on two screens', async () => {
		const [created] = await output('create', {
			name: 'Quote Request',
			categories: ['LEAD_GENERATION'],
			definition: 'form',
			screens: {
				screen: [
					{
						title: 'Your Details',
						text: 'We call you back.',
						fields: {
							field: [
								{ label: 'Name', type: 'text', required: true },
								{ label: 'Email', type: 'email', required: false, more: { help: 'Optional' } },
								{ label: '', type: 'text', required: false },
							],
						},
						button: '',
						id: '',
					},
					{
						title: 'Your Wishes',
						text: '',
						fields: {
							field: [
								{
									label: 'Product',
									type: 'radio',
									options: 'Solar | For your roof\nHeat pump',
									required: true,
								},
								{ label: 'I agree', type: 'optIn', required: true },
							],
						},
						button: 'Send',
						id: '',
					},
				],
			},
			options: { publish: true },
		});
		expect(created).toEqual({
			flowId: expect.stringMatching(/^\d+$/),
			name: 'Quote Request',
			status: 'PUBLISHED',
			validationErrors: [],
			warnings: [],
		});
		const [{ flowJson }] = await output('getJson', { flow: byId(String(created.flowId)) });
		expect(flowJson).toMatchObject({
			version: '7.3',
			screens: [
				{ id: 'YOUR_DETAILS', layout: { children: [{}, {}, { 'helper-text': 'Optional' }, {}] } },
				{
					id: 'YOUR_WISHES',
					terminal: true,
					layout: {
						children: [
							{
								'data-source': [{ id: 'Solar', description: 'For your roof' }, { id: 'Heat pump' }],
							},
							{ type: 'OptIn' },
							{
								label: 'Send',
								'on-click-action': {
									payload: {
										name: '${screen.YOUR_DETAILS.form.name}',
										email: '${screen.YOUR_DETAILS.form.email}',
										product: '${form.product}',
										i_agree: '${form.i_agree}',
									},
								},
							},
						],
					},
				},
			],
		});
	});

	it("from a list of screens, with the names of n8n's own forms", async () => {
		const [created] = await output('create', {
			name: 'survey',
			categories: ['SURVEY'],
			definition: 'form',
			screensInput: 'json',
			screensJson: JSON.stringify([
				{
					title: 'Survey',
					fields: [
						'Name',
						{ fieldLabel: 'Age', fieldType: 'number', requiredField: true },
						{
							fieldLabel: 'Color',
							fieldType: 'dropdown',
							fieldOptions: { values: [{ option: 'Red' }, { option: 'Blue' }] },
						},
					],
				},
			]),
		});
		const [{ flowJson }] = await output('getJson', { flow: byId(String(created.flowId)) });
		expect(flowJson).toMatchObject({
			screens: [
				{
					layout: {
						children: [
							{ type: 'TextInput', name: 'name' },
							{ type: 'TextInput', 'input-type': 'number', required: true },
							{ type: 'Dropdown', 'data-source': [{ id: 'Red', title: 'Red' }, { id: 'Blue' }] },
							{ type: 'Footer' },
						],
					},
				},
			],
		});
	});

	it('from a file, and as a copy', async () => {
		const result = await stage.engine.runNode(
			'whatsAppCloud',
			{
				resource: 'flow',
				operation: 'create',
				name: 'file',
				categories: ['OTHER'],
				definition: 'file',
				flowFile: 'data',
			},
			[
				{
					json: {},
					binary: {
						data: {
							data: Buffer.from(`\ufeff${JSON.stringify(MINIMAL)}`).toString('base64'),
							mimeType: 'application/json',
						},
					},
				},
			],
		);
		expect(result.error).toBeUndefined();
		const [copy] = await output('create', {
			name: 'copy',
			categories: ['OTHER'],
			definition: 'copy',
			flow: byId(String(result.json()[0].flowId)),
		});
		const [{ flowJson }] = await output('getJson', { flow: byId(String(copy.flowId)) });
		expect(flowJson).toEqual(MINIMAL);
	});

	it("and returns Meta's validation errors in the shape of the local check", async () => {
		const broken = { ...MINIMAL, screens: [{ ...MINIMAL.screens[0], id: 'ASK_1' }] };
		const [created] = await output('create', {
			name: 'broken',
			categories: ['OTHER'],
			definition: 'json',
			flowJson: JSON.stringify(broken, null, 2),
			options: { check: false },
		});
		expect(created.status).toBe('DRAFT');
		expect(created.validationErrors).toContainEqual(
			expect.objectContaining({
				code: expect.stringMatching(/^[A-Z_]+$/),
				severity: 'error',
				line: expect.any(Number),
				path: expect.stringContaining('screens[0]'),
			}),
		);
	});
});

describe('sends nothing when', () => {
	const create = {
		name: 'x',
		categories: ['OTHER'],
		definition: 'json',
		flowJson: JSON.stringify(MINIMAL),
	};
	const form = (field: IDataObject) => ({
		name: 'x',
		categories: ['OTHER'],
		definition: 'form',
		screens: { screen: [{ title: 'A', fields: { field: [field] } }] },
	});
	const flow = byId('123');
	it.each<[string, string, INodeParameters, RegExp]>([
		['the name is empty', 'create', { ...create, name: ' ' }, /name is empty \(parameter "Name"\)/],
		[
			'there is no category',
			'create',
			{ ...create, categories: [] },
			/no category \(parameter "Categories"\)/,
		],
		['the Flow JSON is empty', 'create', { ...create, flowJson: EMPTY }, /Flow JSON is empty/],
		[
			'the Flow JSON is broken',
			'create',
			{ ...create, flowJson: '{ "version": "7.3", }' },
			/line 1, column 21: "}" stands where a key in double quotes is expected \(parameter "Flow JSON"\)/,
		],
		[
			'the Flow JSON has several errors',
			'uploadJson',
			{ flow, definition: 'json', flowJson: '{"version": "4.0", "screens": []}' },
			/The Flow JSON has 2 errors\. The first: line 1, column 13 \(version\): Version 4\.0 cannot be published/,
		],
		[
			'a field has no options',
			'create',
			form({ label: 'Size', type: 'radio', options: '' }) as INodeParameters,
			/"Size" has no options \(parameter "Screens → Fields → Options \(1\)"\)/,
		],
		[
			'a type does not exist',
			'create',
			form({ label: 'Size', type: 'slider' }) as INodeParameters,
			/"slider" is not one of the choices/,
		],
		[
			'the endpoint is no address',
			'create',
			{ ...create, options: { endpointUrl: 'n8n' } },
			/"n8n" is not a web address/,
		],
		[
			'the file is missing',
			'uploadJson',
			{ flow, definition: 'file', flowFile: 'flow' },
			/no binary field "flow"/,
		],
		[
			'the flow is a name',
			'get',
			{ flow: byId('={{ "quote request" }}') },
			/The flow ID "quote request" is not an ID/,
		],
		['nothing is changed', 'update', { flow, changes: {} }, /nothing to change/],
		[
			'the app is no ID',
			'update',
			{ flow, changes: { appId: 'app' } },
			/Meta app ID "app" is not an ID/,
		],
		...['getJson', 'publish', 'deprecate', 'delete', 'previewLink'].map(
			(operation): [string, string, INodeParameters, RegExp] => [
				`the flow of ${operation} is missing`,
				operation,
				{ flow: byId(EMPTY) },
				/The flow ID is empty \(parameter "Flow"\)/,
			],
		),
		[
			'the source account is missing',
			'migrate',
			{ sourceAccount: byId(EMPTY) },
			/source account ID is empty/,
		],
		[
			'too many flows are migrated',
			'migrate',
			{
				sourceAccount: byId('1'),
				flowNames: Array.from({ length: 101 }, (_, index) => `f${index}`).join('\n'),
			},
			/101 flows were given; one run copies up to 100/,
		],
		[
			'the account is no ID',
			'getAll',
			{ account: byId('={{ "my account" }}') },
			/"my account" is not an ID/,
		],
	])('%s', async (_name, operation, parameters, message) => {
		const { error } = await run(operation, parameters);
		expect(error?.message).toMatch(message);
		expect(error?.message).toMatch(/\[item 0\]$/);
		expect(await writes()).toEqual([]);
	});
});

describe('an existing flow', () => {
	it('is changed, uploaded, read, and published', async () => {
		const flow = byId(await draft());
		expect(
			await output('update', { flow, changes: { name: 'renamed', categories: ['SURVEY'] } }),
		).toEqual([{ flowId: flow.value, updated: true }]);
		const second = { ...MINIMAL, screens: [{ ...MINIMAL.screens[0], title: 'Again' }] };
		expect(
			await output('uploadJson', { flow, definition: 'json', flowJson: JSON.stringify(second) }),
		).toEqual([{ flowId: flow.value, success: true, validationErrors: [], warnings: [] }]);
		expect(await output('publish', { flow })).toEqual([
			{ flowId: flow.value, status: 'PUBLISHED' },
		]);
		const [found] = await output('get', { flow });
		expect(found).toMatchObject({
			flowId: flow.value,
			name: 'renamed',
			status: 'PUBLISHED',
			categories: ['SURVEY'],
			validationErrors: [],
			jsonVersion: '7.3',
			businessAccountId: stage.sandbox.seed.businessAccountId,
		});
		expect(found).not.toHaveProperty('raw');
		expect(await output('deprecate', { flow })).toEqual([
			{ flowId: flow.value, status: 'DEPRECATED' },
		]);
	});

	it('is listed, also in the picker, with the ones that can be sent first', async () => {
		const id = await draft('Aa');
		const all = await output('getAll', { returnAll: true });
		expect(all).toContainEqual(
			expect.objectContaining({ flowId: id, name: 'Aa', status: 'DRAFT' }),
		);
		expect(await output('getAll', { returnAll: false, limit: 1 })).toHaveLength(1);
		const { results } = await stage.engine.dynamic.listSearch('whatsAppCloud', 'searchFlows', {
			parameters: { authentication: 'accessToken' },
		});
		expect(results.at(0)?.name).not.toMatch(/draft$/);
		expect(results).toContainEqual({ name: 'Aa – draft', value: id });
	});

	it('has a preview link, which can be renewed', async () => {
		const flow = byId(await draft());
		const [first] = await output('previewLink', { flow });
		const [again] = await output('previewLink', { flow });
		const [renewed] = await output('previewLink', { flow, renew: true });
		expect(again.previewUrl).toBe(first.previewUrl);
		expect(renewed.previewUrl).not.toBe(first.previewUrl);
		expect(renewed.previewExpiresAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
	});

	it('is deleted as a draft only', async () => {
		const flow = byId(await draft());
		expect(await output('delete', { flow })).toEqual([{ deleted: true }]);
		const published = byId(await draft('other'));
		await output('publish', { flow: published });
		const { error } = await run('delete', { flow: published });
		expect(error?.message).toMatch(/^The flow cannot be deleted/);
	});

	it('keeps its name to itself', async () => {
		await draft('twice');
		const { error } = await run('create', {
			name: 'twice',
			categories: ['OTHER'],
			definition: 'json',
			flowJson: JSON.stringify(MINIMAL),
		});
		expect(error?.description).toMatch(/name/i);
	});
});

it('migrates flows by name, and says which were not copied', async () => {
	const { businessAccountId } = stage.sandbox.seed;
	const [migrated] = await output('migrate', {
		sourceAccount: byId(businessAccountId),
		flowNames: 'nobody knows this',
	}).catch((error: Error) => [{ failed: [{ name: 'nobody knows this', error: error.message }] }]);
	expect(migrated.failed).toEqual([expect.objectContaining({ name: 'nobody knows this' })]);
});
