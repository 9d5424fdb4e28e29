/** The body of an ordinary utility template. */
export const BODY = {
	type: 'BODY',
	text: 'Hello {{1}}, your order {{2}} has left our warehouse and is on its way.',
	example: { body_text: [['Pablo', '860198']] },
};

const header = (part: object) => [{ type: 'HEADER', ...part }, BODY];
const buttons = (...list: object[]) => [BODY, { type: 'BUTTONS', buttons: list }];
const body = (words: string, samples?: string[]) => [
	{ type: 'BODY', text: words, ...(samples && { example: { body_text: [samples] } }) },
];

/** Definitions that the sandbox rejects with 100: why, what is submitted, the subcode, and the reason. */
export const rejectedDefinitions: Array<
	[string, Record<string, unknown>, number | undefined, RegExp]
> = [
	['a name with capitals', { name: 'Order' }, undefined, /lowercase/],
	[
		'a leading variable',
		{ components: body('{{1}} is the code that you asked for today', ['1']) },
		2388299,
		/start or end/,
	],
	[
		'a trailing variable',
		{ components: body('The code that you asked for is {{1}}', ['1']) },
		2388299,
		/start or end/,
	],
	[
		'a gap in the numbers',
		{ components: body('Hello dear {{2}}, this is for you all', ['1']) },
		2388072,
		/gap/,
	],
	[
		'a missing sample',
		{ components: body('Hello dear {{1}}, this is for you all') },
		2388072,
		/sample/,
	],
	[
		'too many variables',
		{ components: body('Hi {{1}} and {{2}} or {{3}} now', ['1', '2', '3']) },
		2388293,
		/too many variable/,
	],
	[
		'adjacent variables',
		{ components: body('Hi there {{1}} {{2}} and all the others too', ['1', '2']) },
		2388072,
		/adjacent/,
	],
	[
		'names in a positional body',
		{ components: body('Hello dear {{name}}, this is for you', ['x']) },
		2388072,
		/names/,
	],
	['a body over 1024', { components: body('x'.repeat(1025)) }, 2388040, /1024/],
	[
		'a header over 60',
		{ components: header({ format: 'TEXT', text: 'x'.repeat(61) }) },
		2388040,
		/60/,
	],
	['a media header without sample', { components: header({ format: 'IMAGE' }) }, 2388047, /sample/],
	[
		'a media ID as sample',
		{ components: header({ format: 'IMAGE', example: { header_handle: ['5123'] } }) },
		2388047,
		/upload handle/,
	],
	[
		'mixed quick replies',
		{
			components: buttons(
				{ type: 'QUICK_REPLY', text: 'A' },
				{ type: 'URL', text: 'B', url: 'https://x.test' },
				{ type: 'QUICK_REPLY', text: 'C' },
			),
		},
		undefined,
		/adjacent/,
	],
	[
		'three URLs',
		{
			components: buttons(
				...['a', 'b', 'c'].map((one) => ({ type: 'URL', text: one, url: 'https://x.test' })),
			),
		},
		undefined,
		/URL/,
	],
	[
		'a variable inside a URL',
		{
			components: buttons({
				type: 'URL',
				text: 'A',
				url: 'https://x.test/{{1}}/y',
				example: ['1'],
			}),
		},
		undefined,
		/end/,
	],
	[
		'a button text over 25',
		{ components: buttons({ type: 'QUICK_REPLY', text: 'x'.repeat(26) }) },
		2388040,
		/25/,
	],
	[
		'an OTP in utility',
		{ components: buttons({ type: 'OTP', otp_type: 'COPY_CODE' }) },
		undefined,
		/AUTHENTICATION/,
	],
];
