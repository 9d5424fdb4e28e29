import type { IHttpRequestOptions } from 'n8n-workflow';
import {
	hasSameWebhookId,
	isLocalHost,
	isPlaceholder,
	isSameTrigger,
	isTestUrl,
	isTriggerUrl,
	placeholderUrl,
	replacedUrl,
	testCallbackUrl,
	tokenOf,
} from '../../../../nodes/shared/callbackUrl';
import { probeCallback } from '../../../../nodes/shared/probeCallback';
import { eventChoices } from '../../../../nodes/WhatsAppCloudTrigger/eventChoices';
import { resolveTarget, type Target } from '../../../../nodes/WhatsAppCloudTrigger/registerFor';
import { checkRequest } from '../../../../nodes/WhatsAppCloudTrigger/registration/registrationErrors';
import type { RegistrationRequest } from '../../../../nodes/WhatsAppCloudTrigger/registration/request';

const PRODUCTION = 'https://n8n.example.com/webhook/0b1c/whatsapp-cloud';
const TEST = 'https://n8n.example.com/webhook-test/0b1c/whatsapp-cloud';

describe('the callback URL of a trigger', () => {
	it('is recognized by its end', () => {
		expect(isTriggerUrl(PRODUCTION)).toBe(true);
		expect(isTriggerUrl(placeholderUrl(PRODUCTION))).toBe(true);
		expect(isTriggerUrl('https://crm.example.com/whatsapp')).toBe(false);
		expect(isTriggerUrl('whatsapp-cloud')).toBe(false);
	});

	it('is the same trigger’s in test and production, but not on another n8n', () => {
		expect(isSameTrigger(TEST, PRODUCTION)).toBe(true);
		expect(isSameTrigger(PRODUCTION.replace('0b1c', '0b1d'), PRODUCTION)).toBe(false);
		expect(isSameTrigger(PRODUCTION.replace('n8n.', 'other.'), PRODUCTION)).toBe(false);
		expect(isSameTrigger(PRODUCTION.replace('/webhook', '/second/webhook'), PRODUCTION)).toBe(
			false,
		);
	});

	it('keeps its webhook ID on another domain and path', () => {
		const moved = 'https://new.example.com/n8n/webhook/0B1C/whatsapp-cloud';
		expect(hasSameWebhookId(moved, PRODUCTION)).toBe(true);
		expect(hasSameWebhookId(moved.replace('0B1C', '0b1d'), PRODUCTION)).toBe(false);
		expect(hasSameWebhookId('https://x.example.com/0b1c/other', PRODUCTION)).toBe(false);
	});

	it.each([
		['n8n’s standard paths', TEST, PRODUCTION],
		['other endpoint names', TEST.replace('webhook-test', 'try'), PRODUCTION],
		['another trigger', TEST, PRODUCTION.replace('0b1c', 'another')],
		['another n8n', TEST, 'https://other.example.com/webhook/0b1d/whatsapp-cloud'],
		['a placeholder', TEST, placeholderUrl(PRODUCTION)],
	])('identifies what an unfinished test replaced by its URL: %s', (_, test, production) => {
		const registered = testCallbackUrl(test, production);
		expect(registered.length).toBeLessThanOrEqual(200);
		expect(registered.split('?')[0]).toBe(test);
		expect(replacedUrl(registered)).toBe(production);
	});

	it('does not exceed Meta’s 200 characters to do so', () => {
		const long = `https://${'x'.repeat(100)}.example.com/webhook/0b1d/whatsapp-cloud`;
		expect(testCallbackUrl(TEST, long)).toBe(TEST);
	});

	it.each([
		[TEST, PRODUCTION, false, true],
		[PRODUCTION, PRODUCTION, false, false],
		[PRODUCTION, TEST, true, false],
		['https://n8n.example.com/try/0b1d/whatsapp-cloud', PRODUCTION, false, true],
		['https://other.example.com/webhook-test/0b1d/whatsapp-cloud', PRODUCTION, false, true],
		['https://other.example.com/hooks/0b1d/whatsapp-cloud', PRODUCTION, false, false],
		['https://crm.example.com/webhook-test/x', PRODUCTION, false, false],
	])('%s, seen from %s, is a test URL: %#', (url, own, ownIsTest, expected) => {
		expect(isTestUrl(url, own, ownIsTest)).toBe(expected);
	});

	it('has the same token in test and production, behind any proxy and in capital letters', () => {
		const token = tokenOf(PRODUCTION, 'secret');
		expect(tokenOf(TEST, 'secret')).toBe(token);
		expect(tokenOf('https://proxy.example.com/n8n/webhook/0B1C/whatsapp-cloud', 'secret')).toBe(
			token,
		);
		expect(tokenOf(PRODUCTION, 'another secret')).not.toBe(token);
		expect(tokenOf(PRODUCTION.replace('0b1c', '0b1d'), 'secret')).not.toBe(token);
	});

	it('is a placeholder only where it is a trigger’s', () => {
		expect(isPlaceholder(placeholderUrl(PRODUCTION))).toBe(true);
		expect(isPlaceholder(PRODUCTION)).toBe(false);
		expect(isPlaceholder('https://crm.example.com/whatsapp?only=fields')).toBe(false);
	});
});

it.each([
	['localhost', true],
	['n8n', true],
	['n8n.local', true],
	['127.0.0.1', true],
	['10.1.2.3', true],
	['172.16.0.1', true],
	['172.32.0.1', false],
	['192.168.1.7', true],
	['169.254.169.254', true],
	['8.8.8.8', false],
	['[::1]', true],
	['[fd00::1]', true],
	['[2a00:1450::1]', false],
	['n8n.example.com', false],
	['localhost.example.com', false],
])('%s exists only in the local network: %s', (hostname, isLocal) => {
	expect(isLocalHost(hostname)).toBe(isLocal);
});

describe('what is known before a request to Meta', () => {
	const request = (target: Target, url: string, events = ['message']) =>
		({
			target,
			url,
			choices: eventChoices(events),
			credential: { baseUrl: 'https://graph.facebook.com' },
		}) as RegistrationRequest;
	const long = PRODUCTION.replace('0b1c', 'x'.repeat(200));

	it.each<[Target, boolean]>([
		['phoneNumber', true],
		['businessAccount', true],
		['app', false],
	])('an address of more than 200 characters, for %s: rejected: %s', (target, rejected) => {
		const check = () => checkRequest(request(target, long));
		if (rejected) expect(check).toThrow(/Meta allows at most 200/);
		else expect(check).not.toThrow();
	});

	// Meta: webhook overrides
	it('an address of exactly 200 characters is taken', () => {
		const address = (length: number) => PRODUCTION.replace('0b1c', 'x'.repeat(length - 47));
		expect(address(200)).toHaveLength(200);
		expect(() => checkRequest(request('phoneNumber', address(200)))).not.toThrow();
		expect(() => checkRequest(request('phoneNumber', address(201)))).toThrow(/has 201 characters/);
	});

	it('events that only the whole app receives', () => {
		expect(() => checkRequest(request('phoneNumber', PRODUCTION, ['security']))).toThrow(
			/never sends "Security"/,
		);
		expect(() => checkRequest(request('app', PRODUCTION, ['security']))).not.toThrow();
	});
});

it.each<[string[], Target]>([
	[['message', 'status'], 'phoneNumber'],
	[['message', 'message_template_status_update'], 'app'],
	[['security'], 'app'],
	[['a_field_that_is_new'], 'app'],
])('Register For: Automatic with %j registers for %s', (events, target) => {
	expect(resolveTarget('automatic', eventChoices(events))).toBe(target);
	expect(resolveTarget('businessAccount', eventChoices(events))).toBe('businessAccount');
});

describe('a probed callback', () => {
	const probe = async (answer: (challenge: string) => [number, unknown] | Error) => {
		const httpRequest = async ({ qs }: IHttpRequestOptions) => {
			const result = answer(String(qs?.['hub.challenge']));
			if (result instanceof Error) throw result;
			return await Promise.resolve({ statusCode: result[0], body: result[1] });
		};
		return (await probeCallback({ helpers: { httpRequest } }, PRODUCTION, 'token')).state;
	};
	const notRegistered = (path: string) => ({
		code: 404,
		message: `The requested webhook "GET ${path}" is not registered.`,
		hint: 'The workflow must be active for a production URL to run successfully.',
	});

	it.each<[string, string, (challenge: string) => [number, unknown] | Error]>([
		['the challenge', 'answers', (challenge) => [200, Number(challenge)]],
		['a welcome page', 'unknown', () => [200, '<html>Welcome</html>']],
		['nothing', 'unknown', () => new Error('closed')],
		['n8n’s 404 for this path', 'notRegistered', () => [404, notRegistered('0b1c/whatsapp-cloud')]],
		[
			'n8n’s 404 as text',
			'notRegistered',
			() => [404, JSON.stringify(notRegistered('0b1c/whatsapp-cloud'))],
		],
		['n8n’s 404 for another path', 'unknown', () => [404, notRegistered('other/whatsapp-cloud')]],
		['n8n’s 404 with status 403', 'unknown', () => [403, notRegistered('0b1c/whatsapp-cloud')]],
		['a proxy’s 404', 'unknown', () => [404, '<h1>404 Not Found</h1>']],
		['a proxy’s 403', 'unknown', () => [403, 'Forbidden']],
		['a proxy’s 502', 'unknown', () => [502, 'Bad Gateway']],
		[
			'another verify token’s 403',
			'rejects',
			() => [403, 'The verify token of the verification request is not that of this callback'],
		],
	])('that answers %s: %s', async (_, state, answer) => {
		expect(await probe(answer)).toBe(state);
	});
});
