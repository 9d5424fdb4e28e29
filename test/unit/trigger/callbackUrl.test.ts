import type { IHookFunctions } from 'n8n-workflow';
import {
	isLocalHost,
	isPlaceholder,
	isSameTrigger,
	isTriggerUrl,
	placeholderUrl,
	productionUrl,
	tokenOf,
} from '../../../nodes/WhatsAppCloudTrigger/callbackUrl';
import { eventChoices } from '../../../nodes/WhatsAppCloudTrigger/eventChoices';
import { isAnswering } from '../../../nodes/WhatsAppCloudTrigger/registration/alive';
import type { RegisterFor, Wish } from '../../../nodes/WhatsAppCloudTrigger/registration/plan';
import { refuseImpossible } from '../../../nodes/WhatsAppCloudTrigger/registration/refusals';

const PRODUCTION = 'https://n8n.example.com/webhook/0b1c/whatsapp-cloud';
const TEST = 'https://n8n.example.com/webhook-test/0b1c/whatsapp-cloud';

describe('the address of a trigger', () => {
	it('is told from others by its end', () => {
		expect(isTriggerUrl(PRODUCTION)).toBe(true);
		expect(isTriggerUrl(placeholderUrl(PRODUCTION))).toBe(true);
		expect(isTriggerUrl('https://crm.example.com/whatsapp')).toBe(false);
		expect(isTriggerUrl('whatsapp-cloud')).toBe(false);
	});

	it('is the same trigger’s in test and production, but not at another n8n', () => {
		expect(productionUrl(TEST)).toBe(PRODUCTION);
		expect(isSameTrigger(TEST, PRODUCTION)).toBe(true);
		expect(isSameTrigger(PRODUCTION.replace('0b1c', '0b1d'), PRODUCTION)).toBe(false);
		expect(isSameTrigger(PRODUCTION.replace('n8n.', 'other.'), PRODUCTION)).toBe(false);
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
])('%s exists only in one’s own network: %s', (hostname, isLocal) => {
	expect(isLocalHost(hostname)).toBe(isLocal);
});

describe('what can be known before Meta is asked', () => {
	const wish = (registerFor: RegisterFor, url: string, events = ['message']) =>
		({
			registerFor,
			url,
			choices: eventChoices(events),
			credential: { baseUrl: 'https://graph.facebook.com' },
		}) as Wish;
	const long = PRODUCTION.replace('0b1c', 'x'.repeat(200));

	it.each<[RegisterFor, boolean]>([
		['phoneNumber', true],
		['businessAccount', true],
		['app', false],
	])('an address of more than 200 characters, for %s: refused: %s', (registerFor, refused) => {
		const check = () => refuseImpossible(wish(registerFor, long));
		if (refused) expect(check).toThrow(/Meta takes at most 200/);
		else expect(check).not.toThrow();
	});

	it('events that only the whole app receives', () => {
		expect(() => refuseImpossible(wish('phoneNumber', PRODUCTION, ['security']))).toThrow(
			/never sends "Security"/,
		);
		expect(() => refuseImpossible(wish('app', PRODUCTION, ['security']))).not.toThrow();
	});
});

it.each([
	['the challenge', async () => await Promise.resolve('1158201444'), true],
	['something else', async () => await Promise.resolve('<html>Welcome</html>'), false],
	['nothing', async () => await Promise.reject<string>(new Error('closed')), false],
])('a callback that answers %s is alive: %s', async (_, httpRequest, alive) => {
	const context = { helpers: { httpRequest } } as unknown as IHookFunctions;
	expect(await isAnswering(context, PRODUCTION, 'token')).toBe(alive);
});
