import type { IHookFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { placeholderUrl, testCallbackUrl, tokenOf } from '../../../../../nodes/shared/callbackUrl';
import { noteChallenge } from '../../../../../nodes/shared/probeCallback';
import {
	isRemembered,
	ownerOf,
	verifyTokenOf,
	type Owner,
} from '../../../../../nodes/WhatsAppCloudTrigger/registration/ownership';
import type { Plan } from '../../../../../nodes/WhatsAppCloudTrigger/registration/plan';

const OWN = 'https://n8n.example.com/webhook/0b1c/whatsapp-cloud';
const OWN_TEST = 'https://n8n.example.com/webhook-test/0b1c/whatsapp-cloud';
const OTHER_TRIGGER = 'https://n8n.example.com/webhook/9f8e/whatsapp-cloud';
const OTHER_TEST = 'https://n8n.example.com/webhook-test/9f8e/whatsapp-cloud';
const FORMER = 'https://old.example.com/webhook/0b1c/whatsapp-cloud';
const APP = '634974688087057';
const APP_SECRET = 'the app secret';

/** What a callback URL returns to a verification request. */
type Answer = 'answers' | 'answersHere' | 'rejects' | 'notRegistered' | 'silent' | 'badGateway';

interface World {
	/** Without an entry, a URL must not be called. */
	answers?: Record<string, Answer>;
	remembered?: Array<{ appId: string; url: string }>;
	plan?: Partial<Plan>;
}

function worldOf({ answers = {}, remembered = [], plan = {} }: World) {
	const tokens: string[] = [];
	const httpRequest = async ({ url, qs }: IHttpRequestOptions) => {
		tokens.push(String(qs?.['hub.verify_token']));
		const challenge = String(qs?.['hub.challenge']);
		const answer = answers[url];
		if (answer === undefined) throw new Error(`${url} must not be called`);
		if (answer === 'silent') return await Promise.reject<never>(new Error('timeout'));
		if (answer === 'answersHere') noteChallenge(challenge);
		const path = new URL(url).pathname.split('/').slice(2).join('/');
		const [statusCode, body] = {
			answers: [200, challenge],
			answersHere: [200, challenge],
			badGateway: [502, 'Bad Gateway'],
			rejects: [403, 'The verify token of the verification request is not that of this callback'],
			notRegistered: [404, { message: `The requested webhook "GET ${path}" is not registered.` }],
		}[answer];
		return await Promise.resolve({ statusCode, body });
	};
	const context = {
		helpers: { httpRequest },
		getWorkflowStaticData: () => ({ registeredCallbacks: remembered }),
	} as unknown as IHookFunctions;
	const whole = {
		url: OWN,
		appId: APP,
		isTest: false,
		isRestart: false,
		credential: { appSecret: APP_SECRET },
		...plan,
	} as Plan;
	return { context, plan: whole, tokens };
}

const owner = async (url: string, world: World = {}): Promise<Owner> => {
	const { context, plan } = worldOf(world);
	return await ownerOf(context, plan, { url });
};

describe('the owner of a registered callback URL', () => {
	it.each<[string, string, Owner, World]>([
		['of this trigger', OWN, 'own', {}],
		['of a test run of this trigger', OWN_TEST, 'own', {}],
		[
			'of this trigger, as a test run sees it',
			OWN,
			'own',
			{ plan: { url: OWN_TEST, isTest: true } },
		],
		['that only holds fields', placeholderUrl(OTHER_TRIGGER), 'placeholder', {}],
		['of another program', 'https://crm.example.com/whatsapp', 'foreign', {}],
		['of another program on this host', 'https://n8n.example.com/webhook/crm', 'foreign', {}],
		[
			'of another n8n on this host',
			'https://n8n.example.com/two/webhook/9f8e/whatsapp-cloud',
			'foreign',
			{},
		],
		['of another n8n', FORMER.replace('0b1c', '9f8e'), 'foreign', {}],
		[
			'of a published trigger',
			OTHER_TRIGGER,
			'thisN8n',
			{ answers: { [OTHER_TRIGGER]: 'answers' } },
		],
		[
			'of a trigger with another app secret',
			OTHER_TRIGGER,
			'thisN8n',
			{ answers: { [OTHER_TRIGGER]: 'rejects' } },
		],
		[
			'of an unpublished trigger',
			OTHER_TRIGGER,
			'unused',
			{ answers: { [OTHER_TRIGGER]: 'notRegistered' } },
		],
		[
			'of an unpublished trigger while n8n starts',
			OTHER_TRIGGER,
			'thisN8n',
			{ answers: { [OTHER_TRIGGER]: 'notRegistered' }, plan: { isRestart: true } },
		],
		['that times out', OTHER_TRIGGER, 'unreachable', { answers: { [OTHER_TRIGGER]: 'silent' } }],
		[
			'behind a proxy that answers 502',
			OTHER_TRIGGER,
			'unreachable',
			{ answers: { [OTHER_TRIGGER]: 'badGateway' } },
		],
	])('%s: %s is %s', async (_, url, expected, world) => {
		expect(await owner(url, world)).toBe(expected);
	});

	describe('that a test run left behind', () => {
		const leftover = testCallbackUrl(OTHER_TEST, OTHER_TRIGGER);

		it.each<[Answer, Owner]>([
			['answers', 'thisN8n'],
			['notRegistered', 'unused'],
			['silent', 'unreachable'],
		])('is that of the callback URL it replaced, which %s: %s', async (production, expected) => {
			const answers: Record<string, Answer> = {
				[OTHER_TEST]: 'notRegistered',
				[OTHER_TRIGGER]: production,
			};
			expect(await owner(leftover, { answers })).toBe(expected);
		});

		it('is this trigger if the test run replaced it', async () => {
			const answers: Record<string, Answer> = { [OTHER_TEST]: 'notRegistered' };
			expect(await owner(testCallbackUrl(OTHER_TEST, OWN), { answers })).toBe('own');
		});

		it('is another program if the test run replaced its callback URL', async () => {
			const answers: Record<string, Answer> = { [OTHER_TEST]: 'notRegistered' };
			const url = testCallbackUrl(OTHER_TEST, 'https://crm.example.com/whatsapp');
			expect(await owner(url, { answers })).toBe('foreign');
		});
	});

	describe('under a former address of n8n', () => {
		const remembered = [{ appId: APP, url: FORMER }];

		it.each<[string, Answer, Owner]>([
			['no longer responds', 'silent', 'own'],
			['is not registered there', 'notRegistered', 'own'],
			['still leads here', 'answersHere', 'own'],
			['is answered by a copy of this n8n', 'answers', 'foreign'],
		])('%s: %s', async (_, answer, expected) => {
			expect(await owner(FORMER, { answers: { [FORMER]: answer }, remembered })).toBe(expected);
		});

		it('is another n8n if this trigger does not remember it', async () => {
			expect(await owner(FORMER)).toBe('foreign');
		});

		it('is another n8n if it was registered for another app', async () => {
			expect(await owner(FORMER, { remembered: [{ appId: '1', url: FORMER }] })).toBe('foreign');
		});

		it('is another n8n if the webhook ID differs', async () => {
			const url = FORMER.replace('0b1c', '9f8e');
			expect(await owner(url, { remembered: [{ appId: APP, url }] })).toBe('foreign');
		});
	});

	it('is requested with the verify token of its own URL', async () => {
		const { context, plan, tokens } = worldOf({ answers: { [OTHER_TRIGGER]: 'answers' } });
		await ownerOf(context, plan, { url: `${OTHER_TRIGGER}?restore=x` });
		expect(tokens).toEqual([tokenOf(OTHER_TRIGGER, APP_SECRET)]);
		expect(verifyTokenOf(plan, OTHER_TRIGGER)).toBe(tokens[0]);
		expect(verifyTokenOf(plan, OWN)).not.toBe(tokens[0]);
	});

	it('remembers a callback URL without its query', () => {
		const { context, plan } = worldOf({ remembered: [{ appId: APP, url: `${FORMER}?a=1` }] });
		expect(isRemembered(context, plan, FORMER)).toBe(true);
		expect(isRemembered(context, plan, OWN)).toBe(false);
	});
});
