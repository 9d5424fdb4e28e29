import type { FlowValue } from '../../sandbox/control/types';
import { evaluate, isNested, resolve } from '../../sandbox/flows/play/binding';
import { parseExpression } from '../../sandbox/flows/play/expression';
import { fieldProblem } from '../../sandbox/flows/play/fields';
import { bench, closeAll, client, files, Receiver, subscribe, type Bench } from './support';
import { footer, input, one, screen, two, type Raw } from './rules/flows';

afterEach(closeAll);

/** Sends a flow to Ana and returns the message's ID. */
async function sent(on: Bench, parameters: object): Promise<string> {
	const answer = await on.send({
		type: 'interactive',
		interactive: {
			type: 'flow',
			body: { text: 'Please answer' },
			action: {
				name: 'flow',
				parameters: {
					flow_message_version: '3',
					flow_cta: 'Open',
					flow_token: 'T-1',
					...parameters,
				},
			},
		},
	});
	if (answer.status !== 200) throw new Error(JSON.stringify(answer.data));
	return (answer.data as { messages: Array<{ id: string }> }).messages[0].id;
}

const ana = ({ sandbox }: Bench) => sandbox.control.customer('15550100201');

const added = async (on: Bench, json: Raw) => await on.sandbox.control.addFlow({ json });

const FEEDBACK = { flow_id: '700000000000001' };

describe('a flow on the phone', () => {
	it('answers as Meta does', async () => {
		const on = await bench();
		const receiver = await Receiver.start();
		await subscribe(on, receiver.url());
		const id = await sent(on, FEEDBACK);
		const form = await ana(on).openFlow(id);
		expect(form.view).toMatchObject({
			state: 'open',
			flowId: FEEDBACK.flow_id,
			draft: false,
			screen: { id: 'FEEDBACK' },
			forms: { FEEDBACK: { rating: '', comment: '', contact: false } },
			canGoBack: false,
		});
		const { state, answer } = await form.submit({ rating: 'great', comment: 'Fresh "bread"' });
		expect(state).toBe('completed');
		await receiver.until(() => receiver.messages().length === 1);
		expect(receiver.messages()[0]).toMatchObject({
			context: { from: '15550100100', id },
			from: '15550100201',
			id: answer,
			type: 'interactive',
			interactive: {
				type: 'nfm_reply',
				nfm_reply: {
					name: 'flow',
					body: 'Sent',
					response_json:
						'{"flow_token":"T-1","rating":"great","comment":"Fresh \\"bread\\"","contact":false}',
				},
			},
		});
		expect(await on.sandbox.control.message(id)).toMatchObject({ answeredBy: answer });
	});

	it('says "unused" without a token', async () => {
		const on = await bench();
		const id = await sent(on, { ...FEEDBACK, flow_token: undefined });
		const { content } = await ana(on).answerFlow(id, { rating: 'fine' });
		expect(content).toMatchObject({
			nfm_reply: { response_json: expect.stringContaining('"flow_token":"unused"') as string },
		});
	});

	it('does not go on with a wrong or missing value', async () => {
		const on = await bench();
		const form = await ana(on).openFlow(await sent(on, FEEDBACK));
		await expect(form.submit()).rejects.toThrow(
			'The form is not complete. Your rating: This is required',
		);
		await expect(form.submit({ rating: 'superb' })).rejects.toThrow('no choice "superb"');
		await expect(form.submit({ stars: 5 })).rejects.toThrow(
			'no field "stars"; it has: rating, comment, contact',
		);
		expect((await form.submit({ rating: 'fine' })).state).toBe('completed');
		await expect(form.submit()).rejects.toThrow('completed');
	});

	it('leads from screen to screen and back, and keeps what was entered', async () => {
		const on = await bench();
		const flow = await added(on, two());
		const form = await ana(on).openFlow(await sent(on, { flow_id: flow.id }));
		const next = await form.submit({ name: 'Ana' });
		expect(next).toMatchObject({
			screen: { id: 'LAST' },
			data: { LAST: { name: 'Ana' } },
			canGoBack: true,
		});
		const back = await form.back();
		expect(back).toMatchObject({ screen: { id: 'FIRST' }, forms: { FIRST: { name: 'Ana' } } });
		await expect(form.back()).rejects.toThrow('first screen');
		await form.submit();
		expect((await form.submit()).state).toBe('completed');
	});

	it('shows what a choice reveals, and updates data', async () => {
		const on = await bench();
		const flow = await added(on, {
			version: '7.3',
			screens: [
				screen(
					[
						{
							type: 'Dropdown',
							name: 'way',
							label: 'Way',
							'data-source': [
								{
									id: 'car',
									title: 'By car',
									'on-select-action': { name: 'update_data', payload: { price: '9' } },
								},
								{
									id: 'foot',
									title: 'On foot',
									'on-unselect-action': { name: 'update_data', payload: { price: '0' } },
								},
							],
						},
						{
							type: 'If',
							condition: "${form.way} == 'car'",
							then: [input({ name: 'plate', label: 'Plate', required: true })],
						},
						footer({
							name: 'complete',
							payload: { way: '${form.way}', plate: '${form.plate}', price: '${data.price}' },
						}),
					],
					{ data: { price: { type: 'string', __example__: '1' } } },
				),
			],
		});
		const id = await sent(on, {
			flow_id: flow.id,
			flow_action_payload: { screen: 'FIRST', data: { price: '5' } },
		});
		const form = await ana(on).openFlow(id);
		expect((await form.select('way', 'car')).data).toEqual({ FIRST: { price: '9' } });
		await expect(form.submit()).rejects.toThrow('Plate: This is required');
		await ana(on).answerFlow(id, { Way: 'By car', Plate: 'B 1' });
		const replies = (await on.sandbox.control.messages({ direction: 'incoming' })).at(-1);
		expect(JSON.stringify(replies?.content)).toContain(
			String.raw`\"way\":\"car\",\"plate\":\"B 1\",\"price\":\"9\"`,
		);
	});

	it('is answered by names, labels, and titles; what no screen has is named', async () => {
		const on = await bench();
		const id = await sent(on, FEEDBACK);
		await ana(on).answerFlow(id, { 'Your rating': 'Not good', contact: true });
		const all = await on.sandbox.control.messages({ direction: 'incoming' });
		expect(JSON.stringify(all.at(-1)?.content)).toContain(
			String.raw`\"rating\":\"poor\",\"comment\":\"\",\"contact\":true`,
		);
		await expect(ana(on).answerFlow(id, { rating: 'fine', stars: 5 })).rejects.toThrow('stars');
		await expect(ana(on).answerFlow(id, {})).rejects.toThrow('Your rating: This is required');
	});

	it('goes on from a list and opens links', async () => {
		const on = await bench();
		const flow = await added(on, {
			version: '7.3',
			screens: [
				screen(
					[
						{
							type: 'NavigationList',
							name: 'list',
							'list-items': [
								{ id: 'a', 'main-content': { title: 'Bread' } },
								{ id: 'b', 'main-content': { title: 'Cake' } },
							],
							'on-click-action': {
								name: 'navigate',
								next: { type: 'screen', name: 'LAST' },
								payload: { name: 'x' },
							},
						},
					],
					{ terminal: undefined },
				),
				screen(
					[
						{
							type: 'EmbeddedLink',
							text: 'Terms',
							'on-click-action': { name: 'open_url', url: 'https://example.com/terms' },
						},
						footer({ name: 'complete', payload: { name: '${data.name}' } }),
					],
					{ id: 'LAST', data: { name: { type: 'string', __example__: 'x' } } },
				),
			],
		});
		const id = await sent(on, { flow_id: flow.id });
		const form = await ana(on).openFlow(id);
		expect((await form.tap('Cake')).screen).toMatchObject({ id: 'LAST' });
		expect((await form.tap('Terms')).openUrl).toBe('https://example.com/terms');
		await expect(form.tap('Imprint')).rejects.toThrow('nothing to tap');
		await ana(on).answerFlow(id, { list: 'b' });
	});

	it('sends files as media', async () => {
		const on = await bench();
		const flow = await added(
			on,
			one({
				type: 'PhotoPicker',
				name: 'photo',
				label: 'Photo',
				'min-uploaded-photos': 1,
				'max-uploaded-photos': 2,
				'max-file-size-kb': 100,
			}),
		);
		await on.sandbox.control.changeFlow(flow.id, {
			json: {
				...one(),
				screens: [
					screen([
						{
							type: 'PhotoPicker',
							name: 'photo',
							label: 'Photo',
							'min-uploaded-photos': 1,
							'max-uploaded-photos': 2,
							'max-file-size-kb': 100,
						},
						footer({ name: 'complete', payload: { photo: '${form.photo}' } }),
					]),
				],
			},
		});
		const id = await sent(on, { flow_id: flow.id, mode: 'draft' });
		await expect(ana(on).answerFlow(id, {})).rejects.toThrow('Photo: Add at least 1');
		const file = (data: Buffer, mimeType: string) => ({
			data: data.toString('base64'),
			mimeType,
			filename: 'bread.png',
		});
		await expect(
			ana(on).answerFlow(id, { photo: [file(files.pdf, 'application/pdf')] }),
		).rejects.toThrow('not accepted');
		const answer = await ana(on).answerFlow(id, { photo: [file(files.png, 'image/png')] });
		const { nfm_reply: reply } = answer.content as { nfm_reply: { response_json: string } };
		const [photo] = (JSON.parse(reply.response_json) as { photo: Raw[] }).photo;
		expect(photo).toEqual({
			file_name: 'bread.png',
			mime_type: 'image/png',
			sha256: expect.stringMatching(/=$/) as string,
			id: expect.stringMatching(/^5\d+$/) as string,
		});
		const media = await on.graph.get(`/${String(photo.id)}`);
		const bytes = await client(on.sandbox).get((media.data as { url: string }).url, {
			responseType: 'arraybuffer',
		});
		expect(Buffer.from(bytes.data as ArrayBuffer)).toEqual(files.png);
	});

	it('fails when the message lacks data of the first screen, and says which', async () => {
		const on = await bench();
		const flow = two();
		flow.screens[0].data = { greeting: { type: 'string', __example__: 'Hi' } };
		const { id } = await added(on, flow);
		const form = await ana(on).openFlow(await sent(on, { flow_id: id }));
		expect(form.view).toMatchObject({
			state: 'failed',
			failure: 'Something went wrong. Please try again later.',
			reason: expect.stringContaining('"greeting"') as string,
		});
	});

	it('cannot be opened by somebody else, and not when it is deprecated', async () => {
		const on = await bench();
		const id = await sent(on, FEEDBACK);
		await expect(on.sandbox.control.customer('447700900202').openFlow(id)).rejects.toThrow(
			'another customer',
		);
		await on.sandbox.control.changeFlow(FEEDBACK.flow_id, { status: 'DEPRECATED' });
		await expect(ana(on).openFlow(id)).rejects.toThrow('no longer available');
	});

	it('opens the version that is live now', async () => {
		const on = await bench();
		const { id: flow } = await added(on, one(input({ label: 'Old' })));
		const id = await sent(on, { flow_id: flow });
		await on.sandbox.control.changeFlow(flow, { json: one(input({ label: 'New' })) });
		const label = async () =>
			JSON.stringify((await ana(on).openFlow(id)).view.screen).includes('"New"');
		expect(await label()).toBe(false);
		await on.graph.post(`/${flow}/publish`);
		expect(await label()).toBe(true);
	});
});

describe('values of inputs', () => {
	const picker = {
		type: 'CalendarPicker',
		mode: 'range',
		'min-days': 2,
		'max-days': 5,
		required: { 'start-date': true },
	};
	const range = (start: string, end: string) => ({ 'start-date': start, 'end-date': end });
	const options = [
		{ id: 'a', title: 'A' },
		{ id: 'b', title: 'B' },
		{ id: 'c', title: 'C', enabled: false },
	];
	it.each<[string, Raw, FlowValue, string | undefined]>([
		['81 characters', { type: 'TextInput' }, 'x'.repeat(81), 'Enter up to 80 characters'],
		['80 characters', { type: 'TextInput' }, 'x'.repeat(80), undefined],
		['80 emoji', { type: 'TextInput' }, '🍞'.repeat(80), undefined],
		[
			'601 characters of an area',
			{ type: 'TextArea' },
			'x'.repeat(601),
			'Enter up to 600 characters',
		],
		[
			'two of three characters',
			{ type: 'TextInput', 'min-chars': '3' },
			'ab',
			'Enter at least 3 characters',
		],
		['nothing with a minimum', { type: 'TextInput', 'min-chars': '3' }, '', undefined],
		[
			'no email address',
			{ type: 'TextInput', 'input-type': 'email' },
			'ana@',
			'Enter an email address',
		],
		[
			'an email address',
			{ type: 'TextInput', 'input-type': 'email' },
			'ana@example.com',
			undefined,
		],
		['a word as number', { type: 'TextInput', 'input-type': 'number' }, 'ten', 'Enter a number'],
		[
			'letters in a passcode',
			{ type: 'TextInput', 'input-type': 'passcode' },
			'12a',
			'Enter digits only',
		],
		[
			'no phone number',
			{ type: 'TextInput', 'input-type': 'phone' },
			'call me',
			'Enter a phone number',
		],
		[
			'another pattern',
			{ type: 'TextInput', pattern: '^[A-Z]+$', 'helper-text': 'Capitals' },
			'abc',
			'Capitals',
		],
		['an opt-in that is required', { type: 'OptIn', required: true }, false, 'This is required'],
		[
			'an unknown choice',
			{ type: 'Dropdown', 'data-source': options },
			'z',
			'There is no choice "z"',
		],
		[
			'a disabled choice',
			{ type: 'RadioButtonsGroup', 'data-source': options },
			'c',
			'"C" cannot be chosen',
		],
		[
			'too many choices',
			{ type: 'CheckboxGroup', 'data-source': options, 'max-selected-items': 1 },
			['a', 'b'],
			'Choose up to 1',
		],
		[
			'too few choices',
			{ type: 'ChipsSelector', 'data-source': options, 'min-selected-items': 2 },
			['a'],
			'Choose at least 2',
		],
		[
			'an early date',
			{ type: 'DatePicker', 'min-date': '2027-01-05' },
			'2027-01-04',
			'Choose 2027-01-05 or a later date',
		],
		[
			'a late date',
			{ type: 'DatePicker', 'max-date': '2027-01-05' },
			'2027-01-06',
			'Choose 2027-01-05 or an earlier date',
		],
		[
			'a closed date',
			{ type: 'DatePicker', 'unavailable-dates': ['2027-01-05'] },
			'2027-01-05',
			'This date is not available',
		],
		[
			'a Sunday',
			{ type: 'CalendarPicker', 'include-days': ['Mon'] },
			'2027-01-03',
			'This date is not available',
		],
		['a range of one day', picker, range('2027-01-04', '2027-01-05'), 'Choose at least 2 days'],
		['a range of six days', picker, range('2027-01-04', '2027-01-10'), 'Choose up to 5 days'],
		[
			'an end before the start',
			picker,
			range('2027-01-04', '2027-01-01'),
			'The end is before the start',
		],
		['no start', picker, range('', '2027-01-01'), 'Choose both dates'],
		['a range', picker, range('2027-01-04', '2027-01-07'), undefined],
		['a disabled input', { type: 'TextInput', required: true, enabled: false }, '', undefined],
	])('%s', (_what, component, value, problem) => {
		expect(fieldProblem(component as { type: string }, value)).toBe(problem);
	});
});

describe('nested expressions', () => {
	const values: Raw = { first: 'Ana', age: '18', yes: true, none: 0, total: 12 };
	const scope = ({ path }: { path: string[] }) => values[path[0]] as unknown;
	it.each<[string, unknown]>([
		["'Hello ' ${form.first}", 'Hello Ana'],
		["${form.first} ' you are ' ${form.age} ' years old.'", 'Ana you are 18 years old.'],
		["'Born ' (2024 - ${form.age})", 'Born 2006'],
		['${data.total} / ${data.none}', 0],
		['${data.total} % 5', 2],
		['${form.age} >= 18', true],
		['(${form.age} > 18) && ${form.yes}', false],
		["${form.first} == 'Ana' || false", true],
		["!(${form.first} != 'Ana')", true],
		['2 + 3 - 1 == 4', true],
		["'It\\'s ' 5", "It's 5"],
	])('%s', (text, value) => {
		expect(evaluate(parseExpression(text), scope)).toBe(value);
		expect(isNested(`\`${text}\``)).toBe(true);
		expect(resolve(`\`${text}\``, scope)).toBe(value);
	});

	it.each(['', '(1', '1 +', '&& true', '${form}', "'a", '1 2)', 'name', '${form.a} = 1'])(
		'refuses %j',
		(text) => {
			expect(() => parseExpression(text)).toThrow();
		},
	);
});
