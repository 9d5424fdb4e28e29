import type { INodeParameters } from 'n8n-workflow';
import { withSandbox } from '../../support/withSandbox';
import { output, run } from '../accounts/support';

const stage = withSandbox();
const seed = () => stage.sandbox.seed;

const failure = async (resource: string, operation: string, parameters: INodeParameters) => {
	const { error } = await run(stage, resource, operation, parameters);
	return `${error?.message} | ${error?.description}`;
};

describe('usernames', () => {
	it('are suggested, set, read, and deleted', async () => {
		const suggestions = await output(stage, 'username', 'getSuggestions');
		expect(suggestions.length).toBeGreaterThan(0);
		const username = String(suggestions[0].username);
		expect(await output(stage, 'username', 'set', { username: `@${username}` })).toMatchObject([
			{ phoneNumberId: seed().phoneNumberId, username, status: expect.any(String) },
		]);
		expect(await output(stage, 'username', 'get')).toMatchObject([{ username }]);
		expect(await output(stage, 'username', 'delete')).toEqual([{ deleted: true }]);
		expect(await output(stage, 'username', 'get')).toEqual([
			{ phoneNumberId: seed().phoneNumberId },
		]);
	});

	it('that Meta does not accept are explained', async () => {
		expect(await failure('username', 'set', { username: 'www.shop' })).toMatch(
			/does not accept the username/,
		);
	});

	it.each([
		[' ', /username is empty.*Username/],
		['two words', /"two words" is not a username.*Username/],
		['x', /is not a username/],
	])('"%s" is rejected before anything is sent', async (username, words) => {
		expect(await failure('username', 'set', { username })).toMatch(words);
		expect(await stage.control.requests()).toHaveLength(0);
	});
});

describe('the contact book', () => {
	it('forgets a customer', async () => {
		const userId = String(seed().customers[0].userId);
		expect(await output(stage, 'user', 'removeFromContactBook', { userId })).toEqual([
			{ userId, removed: true },
		]);
	});

	it('takes no phone number', async () => {
		const userId = '+1 555 010 0201';
		expect(await failure('user', 'removeFromContactBook', { userId })).toMatch(
			/is not a business-scoped user ID.*User ID/,
		);
	});
});

describe('signups', () => {
	const TEXTS = {
		signupMessage: 'Get our weekly offers',
		privacyPolicyUrl: 'https://www.example.com/privacy',
		options: { policy: 'https://www.facebook.com/legal/signups', displayName: 'Offers' },
	};

	it('are created, listed, read, and changed', async () => {
		const [created] = await output(stage, 'signup', 'create', {
			...TEXTS,
			options: {
				...TEXTS.options,
				confirmationMessage: 'Welcome! Your code is [[promo_code]]',
				promoCode: 'WELCOME10',
			},
		});
		const signupId = String(created.signupId);
		expect(await output(stage, 'signup', 'get', { signupId })).toMatchObject([
			{
				signupId,
				status: 'ACTIVE',
				signupMessage: 'Get our weekly offers',
				confirmationMessage: 'Welcome! Your code is {{promo_code}}',
				promoCode: 'WELCOME10',
			},
		]);
		expect(await output(stage, 'signup', 'getAll', { returnAll: true })).toHaveLength(1);
		await output(stage, 'signup', 'update', {
			signupId,
			changes: { status: 'DISABLED', signupMessage: 'Get our daily offers' },
		});
		expect(await output(stage, 'signup', 'get', { signupId })).toMatchObject([
			{ status: 'DISABLED', signupMessage: 'Get our daily offers' },
		]);
	});

	it('of an account that is not eligible are explained', async () => {
		await stage.control.changeAccount(seed().businessAccountId, { signupsEnabled: false });
		expect(await failure('signup', 'create', TEXTS)).toMatch(/not enabled.*eligible/);
	});

	it('without the terms are explained', async () => {
		expect(await failure('signup', 'create', { ...TEXTS, options: {} })).toMatch(
			/terms for in-app signups have not been accepted/,
		);
	});

	it.each<[string, INodeParameters, RegExp]>([
		['no message', { signupMessage: ' ' }, /signup message.*Signup Message/i],
		['a message of 301 characters', { signupMessage: 'x'.repeat(301) }, /301.*300/],
		[
			'an address without https',
			{ privacyPolicyUrl: 'http://www.example.com/privacy' },
			/does not start with https.*Privacy Policy URL/,
		],
		[
			'a placeholder without a promo code',
			{ options: { confirmationMessage: 'Your code is [[promo_code]]' } },
			/there is no promo code.*Promo Code/,
		],
		['a promo code of 51 characters', { options: { promoCode: 'x'.repeat(51) } }, /51.*50/],
	])('with %s are rejected before anything is sent', async (_, changes, words) => {
		expect(await failure('signup', 'create', { ...TEXTS, ...changes })).toMatch(words);
		expect(await stage.control.requests()).toHaveLength(0);
	});
});

describe('conversations', () => {
	const ana = () => `+${seed().customers[0].waId}`;

	it('are passed, taken, and released', async () => {
		await stage.control.changeNumber(seed().phoneNumberId, { routingRole: 'escalation' });
		await stage.control.customer(seed().customers[0].waId).sendText('Hello');
		expect(await output(stage, 'conversation', 'take', { recipient: ana() })).toMatchObject([
			{ customer: ana(), action: 'take', requestId: expect.any(String) },
		]);
		await output(stage, 'conversation', 'pass', {
			recipient: ana(),
			targetRole: 'customer_service',
			options: { metadata: 'Wants a refund' },
		});
		expect(await stage.control.threadOwner(seed().customers[0].waId)).toBe('customer_service');
		await output(stage, 'conversation', 'take', { recipient: ana() });
		await output(stage, 'conversation', 'release', { recipient: ana() });
		expect(await stage.control.threadOwner(seed().customers[0].waId)).toBeNull();
	});

	it('that the app may not take are explained', async () => {
		await stage.control.changeNumber(seed().phoneNumberId, { routingRole: 'customer_service' });
		await stage.control.customer(seed().customers[0].waId).sendText('Hello');
		expect(await failure('conversation', 'take', { recipient: ana() })).toMatch(
			/cannot take|escalation/i,
		);
	});

	it.each<[string, INodeParameters, RegExp]>([
		['a group', { recipient: 'Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAz' }, /groups cannot be routed/],
		['a name', { recipient: 'Ana' }, /"Ana" is not a phone number.*Customer/],
		[
			'metadata of 2,001 characters',
			{ recipient: '+1 555 010 0201', options: { metadata: 'x'.repeat(2001) } },
			/2,001.*2,000.*Metadata/,
		],
	])('of %s are rejected before anything is sent', async (_, parameters, words) => {
		expect(await failure('conversation', 'pass', parameters)).toMatch(words);
		expect(await stage.control.requests()).toHaveLength(0);
	});
});

describe('phone numbers', () => {
	it('are added with their country calling code apart', async () => {
		const [{ phoneNumberId }] = await output(stage, 'phoneNumber', 'add', {
			phone: '+49 170 1234567',
			verifiedName: 'Lucky Shrub',
		});
		expect(phoneNumberId).toMatch(/^\d+$/);
		const [request] = (await stage.control.requests()).filter(({ method }) => method === 'POST');
		expect(request.body).toEqual({
			cc: '49',
			phone_number: '1701234567',
			verified_name: 'Lucky Shrub',
		});
	});

	it.each<[string, INodeParameters, RegExp]>([
		['a word', { phone: 'ours', verifiedName: 'Shop' }, /"ours" is not a phone number.*New Phone/],
		['no name', { phone: '+49 170 1234567', verifiedName: ' ' }, /display name is empty/],
	])('with %s are rejected before anything is sent', async (_, parameters, words) => {
		expect(await failure('phoneNumber', 'add', parameters)).toMatch(words);
		expect(await stage.control.requests()).toHaveLength(0);
	});

	it('tell whether they are an Official Business Account', async () => {
		await stage.control.changeNumber(seed().phoneNumberId, { obaStatus: 'PENDING' });
		expect(await output(stage, 'phoneNumber', 'getOfficialAccountStatus')).toMatchObject([
			{ phoneNumberId: seed().phoneNumberId, status: 'PENDING' },
		]);
	});
});
