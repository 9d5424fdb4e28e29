import type { IDataObject, INodeParameters } from 'n8n-workflow';

/** A message that every value of the fuzz is put into, one at a time. */
export interface Base {
	operation: string;
	/** Distinguishes several messages of one operation. */
	name: string;
	parameters: INodeParameters;
}

const url = { type: 'URL', text: 'Track', url: 'https://example.com/t/{{1}}' };
const card = {
	components: [
		{ type: 'HEADER', format: 'IMAGE' },
		{ type: 'BODY', text: 'Only {{1}}' },
		{ type: 'BUTTONS', buttons: [url] },
	],
};

/** Templates as Meta returns them, which together have every kind of parameter. */
export const TEMPLATES = [
	template('document', [
		{ type: 'HEADER', format: 'DOCUMENT' },
		{ type: 'BODY', text: 'Hello {{name}}, order {{order}}' },
		{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Hurry', has_expiration: true } },
		buttons(
			url,
			{ type: 'QUICK_REPLY', text: 'Yes' },
			{ type: 'COPY_CODE', example: 'CODE' },
			{ type: 'FLOW', text: 'Book', flow_id: '7' },
			{ type: 'VOICE_CALL', text: 'Call' },
		),
	]),
	template('location', [
		{ type: 'HEADER', format: 'LOCATION' },
		{ type: 'BODY', text: 'Hello {{1}}' },
		buttons(
			{ type: 'CATALOG', text: 'View' },
			{ type: 'MPM', text: 'View' },
			{ type: 'ORDER_DETAILS', text: 'Pay' },
		),
	]),
	template('cards', [
		{ type: 'BODY', text: 'Hello {{1}}' },
		{ type: 'CAROUSEL', cards: [card, card] },
	]),
	{ ...template('status', [{ type: 'BODY', text: 'Hello {{1}}' }]), sub_category: 'ORDER_STATUS' },
	{
		...template('code', [
			{ type: 'BODY', text: '*{{1}}* is your code.' },
			buttons({ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy' }),
		]),
		category: 'AUTHENTICATION',
	},
];

/** Valid values, by the end of the parameter's ID. */
const VALUES: ReadonlyArray<[RegExp, IDataObject[string]]> = [
	[/header\.(?:document|image)$/, 'https://example.com/file'],
	[/latitude$|longitude$/, 12.5],
	[/expiration$/, '2099-12-24T18:00:00'],
	[/minutes$/, 30],
	[/flow\.data$/, { screen: 'A' }],
	[/sections$/, [{ title: 'Fruit', products: ['sku1'] }]],
	[/order$/, { reference_id: 'order-1' }],
	[/order_status\.status$/, 'shipped'],
];

/** A valid value for a parameter of a template. */
export function valueFor(id: string): IDataObject[string] {
	return VALUES.find(([end]) => end.test(id))?.[1] ?? 'text';
}

/** The least that operations take which have no example. */
export const BASES: Base[] = [
	{ operation: 'sendReaction', name: '', parameters: { messageId: 'wamid.1', emoji: '👍' } },
	{ operation: 'sendAddressRequest', name: '', parameters: { body: 'Where to?' } },
	{
		operation: 'sendOrderStatus',
		name: '',
		parameters: { body: 'On its way', referenceId: 'order-4711' },
	},
	{ operation: 'pinMessage', name: '', parameters: { messageId: 'wamid.1' } },
];

/** A template by its name. */
export function locator(name: string): INodeParameters {
	return { __rl: true, mode: 'name', value: `${name}|en_US` };
}

function template(name: string, components: object[]) {
	return {
		id: '7',
		name,
		language: 'en_US',
		status: 'APPROVED',
		category: 'MARKETING',
		components,
	};
}

function buttons(...list: object[]): object {
	return { type: 'BUTTONS', buttons: list };
}
