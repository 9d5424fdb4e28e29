import type { RejectedRequest } from './requests';

const product = { messaging_product: 'whatsapp' };

const username = (what: string, name: unknown, code: number, text: RegExp): RejectedRequest => ({
	what,
	method: 'POST',
	path: '/{number}/username',
	body: { username: name },
	code,
	text,
});
const book = (what: string, query: string, text: RegExp): RejectedRequest => ({
	what,
	method: 'DELETE',
	path: `/{number}/contact_book${query}`,
	code: 100,
	text,
});

const SIGNUP = {
	signup_message: 'Get 10 % off your first cake',
	privacy_policy_url: 'https://bakery.example/privacy',
	policy: 'https://www.facebook.com/legal/signups',
};
const signup = (what: string, change: object, text: RegExp, subcode?: number): RejectedRequest => ({
	what,
	method: 'POST',
	path: '/{waba}/signups',
	body: { ...SIGNUP, ...change },
	code: 100,
	...(subcode && { subcode }),
	text,
});
const thread = (what: string, body: object, text: RegExp): RejectedRequest => ({
	what,
	method: 'POST',
	path: '/{number}/thread_control',
	body: { ...product, action: 'release', to: '+15550100201', ...body },
	code: 100,
	text,
});
const number = (what: string, change: object, text: RegExp, subcode?: number): RejectedRequest => ({
	what,
	method: 'POST',
	path: '/{waba}/phone_numbers',
	body: { cc: '49', phone_number: '30 1234567', verified_name: 'Bakery Berlin', ...change },
	code: 100,
	...(subcode && { subcode }),
	text,
});

/** What usernames, the contact book, and new phone numbers reject. */
export const rejectedNames: RejectedRequest[] = [
	username('no username', undefined, 100, /username is required/),
	username('a username of 2 characters', 'ab', 147001, /3 to 35/),
	username('a username of 36 characters', 'a'.repeat(36), 147001, /3 to 35/),
	username('a username with capitals', 'Bakery', 147001, /lowercase/),
	username('a username of digits', '123456', 147001, /one letter/),
	username('a username with two periods', 'my..bakery', 147001, /Periods/),
	username('a username that ends with a period', 'bakery.', 147001, /Periods/),
	username('a username with @', '@bakery', 147001, /3 to 35/),
	username('a domain as username', 'bakery.com', 147001, /address/),
	username("a customer's username", 'chitra.bakes', 147002, /not available/),
	{
		what: 'an unknown transfer action',
		method: 'POST',
		path: '/{number}/username',
		body: { username: 'bakery', transfer_action: 'steal' },
		code: 100,
		text: /none, force_transfer/,
	},
	{
		what: 'the removal of a username that is not set',
		method: 'DELETE',
		path: '/{number}/username',
		code: 147004,
		text: /no username/,
	},
	book(
		'a removal from the contact book without a BSUID',
		'?messaging_product=whatsapp',
		/bsuid is/,
	),
	book('a removal without messaging_product', '?bsuid=US.1', /messaging_product is required/),
	book(
		'a phone number as BSUID',
		'?messaging_product=whatsapp&bsuid=15550100201',
		/business-scoped user ID/,
	),
	number('a new number without a country code', { cc: undefined }, /cc is required/),
	number('a country code with +', { cc: '+49' }, /without "\+"/),
	number('a new number with letters', { phone_number: '0800-BREAD' }, /without the country/),
	number('a new number with its country code and +', { phone_number: '+49301234567' }, /without/),
	number('a display name of 2 characters', { verified_name: 'AB' }, /at least 3/),
	number('a number that exists', { cc: '1', phone_number: '5550100100' }, /already part of/),
];

/** What in-app sign-ups reject. */
export const rejectedSignups: RejectedRequest[] = [
	signup(
		'a sign-up without a message',
		{ signup_message: undefined },
		/signup_message is required/,
	),
	signup('a sign-up message of 301 characters', { signup_message: 'a'.repeat(301) }, /1 to 300/),
	signup('a promo code of 51 characters', { promo_code: 'a'.repeat(51) }, /1 to 50/),
	signup('a display name of 257 characters', { display_name: 'a'.repeat(257) }, /1 to 256/),
	signup('a sign-up without a privacy policy', { privacy_policy_url: '' }, /is required/),
	signup('a privacy policy that is no URL', { privacy_policy_url: 'ours' }, /must be a URL/),
	signup('a website with http', { website_url: 'http://bakery.example' }, /https/, 2494179),
	signup('an unknown key', { color: 'red' }, /Unexpected key "color"/),
	signup(
		'an unknown placeholder',
		{ confirmation_message: 'Hi {{name}}' },
		/not supported/,
		2494166,
	),
	signup(
		'a placeholder without a promo code',
		{ confirmation_message: 'Your code: {{promo_code}}' },
		/needs a promo_code/,
		2494167,
	),
	signup('the first sign-up without the terms', { policy: undefined }, /Accept the terms/, 2494168),
	signup('terms of somebody else', { policy: 'https://evil.example/' }, /of Meta/, 2494177),
	{
		what: 'a sign-up that does not exist',
		method: 'GET',
		path: '/signups/7999',
		code: 100,
		subcode: 2494164,
		text: /does not exist/,
	},
];

/** What thread control rejects. */
export const rejectedThreads: RejectedRequest[] = [
	thread('an unknown thread action', { action: 'keep' }, /pass, release, take/),
	thread('a thread of nobody', { to: undefined }, /Exactly one of to and recipient/),
	thread(
		'a thread with to and recipient',
		{ recipient: 'US.1000000000000000201' },
		/Exactly one of to and recipient/,
	),
	thread('metadata of 2,001 characters', { metadata: 'a'.repeat(2001) }, /at most 2000/),
	thread(
		'a target role for a release',
		{ control_pass: { target_role: 'escalation' } },
		/needs the action pass/,
	),
	thread(
		'an unknown target role',
		{ action: 'pass', control_pass: { target_role: 'boss' } },
		/target_role must be one of/,
	),
	thread('an unknown key in thread control', { reason: 'x' }, /Unexpected key "reason"/),
	{
		...thread('taking a thread without the role escalation', { action: 'take' }, /escalation/),
		subcode: 2494191,
	},
];
