import { callbacksOf } from '../../../../sandbox/phone/app/panel/callbacks';
import { messageText, requestText } from '../../../../sandbox/phone/app/panel/describe';
import { beginningOf } from '../../../../sandbox/phone/messages/beginningOf';
import type { Json, RequestView } from '../../../../sandbox/control/types';

const nameOf = (address: string) =>
	address.endsWith('15550100201') || address === 'US.1' ? 'Ana Lima' : undefined;

const post = (body: Json): RequestView => ({
	seq: 1,
	at: 0,
	method: 'POST',
	path: '/400/messages',
	version: 'v25.0',
	query: {},
	headers: {},
	body,
	status: 200,
	durationMs: 1,
});

describe('a row of the activity', () => {
	it.each<[Json, string | undefined]>([
		[
			{ to: '+15550100201', type: 'text', text: { body: 'Your *table*' } },
			'to Ana Lima: Your table',
		],
		[{ recipient: 'US.1', text: { body: 'Hi' } }, 'to Ana Lima: Hi'],
		[{ to: '+49151', type: 'location', location: { name: 'Bakery' } }, 'to +49151: 📍 Bakery'],
		[{ to: '+49151', type: 'template', template: { name: 'hello' } }, 'to +49151: hello'],
		[{ status: 'read', message_id: 'x' }, 'mark as read'],
		[
			{ status: 'read', message_id: 'x', typing_indicator: { type: 'text' } },
			'mark as read and type',
		],
		[{ pin: '[secret]' }, undefined],
	])('describes %j', (body, text) => {
		expect(requestText(post(body), nameOf)).toBe(text);
	});

	it('says who wrote what', () => {
		const message = { from: '15550100201', type: 'text', text: { body: 'Hello' } };
		expect(messageText(message, nameOf)).toBe('from Ana Lima: Hello');
	});
});

describe('the callback in use', () => {
	const number = {
		id: '400',
		displayPhoneNumber: '+1',
		verifiedName: 'Bakery',
		businessAccountId: '300',
	};
	const state = (overrideUrl?: string, callbackUrl?: string) => ({
		apps: [
			{
				id: '100',
				name: 'App',
				live: true,
				...(callbackUrl
					? { subscription: { callbackUrl, fields: ['messages'], active: true } }
					: {}),
			},
		],
		businessAccounts: [
			{
				id: '300',
				name: 'Bakery',
				businessId: '200',
				subscribedApps: [{ appId: '100', ...(overrideUrl ? { overrideUrl } : {}) }],
			},
		],
	});
	const webhookOverride = { appId: '100', url: 'http://number' };

	it.each([
		['number', { ...number, webhookOverride }, state('http://account', 'http://app')],
		['account', number, state('http://account', 'http://app')],
		['app', number, state(undefined, 'http://app')],
	])('is that of the %s', (level, of, from) => {
		expect(callbacksOf(from, of)).toMatchObject([{ level, url: `http://${level}` }]);
	});

	it('is none without a subscription', () => {
		expect(callbacksOf(state(), number)).toEqual([]);
		expect(callbacksOf({ ...state(), businessAccounts: [] }, number)).toEqual([]);
	});
});

describe('the beginning of a long text', () => {
	it('is the text itself when it is short', () => {
		const text = 'a '.repeat(400);
		expect(beginningOf(text)).toBe(text);
	});

	it('ends at a space, and never within a character', () => {
		expect(beginningOf('word '.repeat(400))).toBe('word '.repeat(139) + 'word');
		const emoji = '🥖'.repeat(1000);
		expect([...beginningOf(emoji)]).toHaveLength(700);
	});
});
