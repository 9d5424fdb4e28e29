import { z } from 'zod/v3';
import { InvalidInputError } from '../errors/cloudApiError';
import type { GraphApi, Json, PageOptions } from '../graph';
import { graphId } from '../graphId';
import { check } from '../messages/check';
import { optionalText, requiredText, webAddress } from '../messages/schema';
import { text } from '../webhooks/read';

/** Limits of Meta's page "In-app signups". */
export const SIGNUP_LIMITS = { message: 300, promoCode: 50, displayName: 256 } as const;

/** A signup for marketing messages that customers accept inside WhatsApp. */
export interface SignupTexts {
	/** What the customer is asked to sign up for, up to 300 characters. */
	signupMessage: string;
	/** Sent after the customer has signed up; may contain `{{promo_code}}`. */
	confirmationMessage?: string;
	privacyPolicyUrl: string;
	/** Must start with https://. */
	websiteUrl?: string;
	/** Up to 50 characters. */
	promoCode?: string;
	/** Up to 256 characters. */
	displayName?: string;
	/** Address of Meta's terms; required for the first signup of a business, and only there. */
	policy?: string;
}

export type SignupStatus = 'ACTIVE' | 'DISABLED';

export interface Signup extends Partial<SignupTexts> {
	signupId: string;
	status?: string;
	raw: Json;
}

const https = (label: string) =>
	webAddress(label).superRefine((address, context) => {
		if (/^https:/i.test(address)) return;
		context.addIssue({
			code: 'custom',
			message: `${label} does not start with https://`,
			params: { fix: 'Enter an address that starts with https://.' },
		});
	});

const optionalHttps = (label: string) =>
	z.preprocess((value) => (value === '' ? undefined : value), https(label).optional());

const texts = z
	.object({
		signupMessage: requiredText('The signup message', SIGNUP_LIMITS.message),
		confirmationMessage: optionalText('The confirmation message'),
		privacyPolicyUrl: https('The privacy policy URL'),
		websiteUrl: optionalHttps('The website URL'),
		promoCode: optionalText('The promo code', SIGNUP_LIMITS.promoCode),
		displayName: optionalText('The display name', SIGNUP_LIMITS.displayName),
		policy: optionalHttps('The address of the terms'),
	})
	.strict();

/**
 * Creates an in-app signup of a WhatsApp Business Account.
 *
 * @throws InvalidInputError when a text is missing, too long, or not an https address; GraphError with
 * subcode 2494165 when the account is not eligible, 2494168 when the terms were not accepted
 */
export async function createSignup(
	graph: GraphApi,
	accountId: string,
	signup: SignupTexts,
): Promise<{ signupId: string; raw: Json }> {
	const checked = check(texts, signup);
	checkPromoCode(checked);
	const raw = await graph.post(edge(accountId), inMetaNames(checked));
	return { signupId: text(raw.id) ?? text(raw.signup_id) ?? '', raw };
}

export async function listSignups(
	graph: GraphApi,
	accountId: string,
	page: PageOptions = {},
): Promise<Signup[]> {
	return (await graph.list(edge(accountId), {}, page)).map(read);
}

export async function getSignup(graph: GraphApi, signupId: string): Promise<Signup> {
	return read(await graph.get(one(signupId)));
}

/** Changes the given texts and the status of a signup. */
export async function updateSignup(
	graph: GraphApi,
	signupId: string,
	changes: Partial<SignupTexts> & { status?: SignupStatus },
): Promise<void> {
	const path = one(signupId);
	const { status, ...rest } = changes;
	const checked = check(texts.partial(), rest);
	const body = { ...inMetaNames(checked), ...(status && { status }) };
	if (Object.keys(body).length === 0) {
		throw new InvalidInputError('changes', 'No change is added', 'Add at least one change.');
	}
	await graph.post(path, body);
}

function checkPromoCode({ confirmationMessage = '', promoCode }: Partial<SignupTexts>): void {
	if (!/\{\{\s*promo_code\s*\}\}/.test(confirmationMessage) || promoCode) return;
	throw new InvalidInputError(
		'promoCode',
		'The confirmation message contains {{promo_code}}, but there is no promo code',
		'Enter a promo code, or remove {{promo_code}} from the confirmation message.',
	);
}

const NAMES: Record<keyof SignupTexts, string> = {
	signupMessage: 'signup_message',
	confirmationMessage: 'confirmation_message',
	privacyPolicyUrl: 'privacy_policy_url',
	websiteUrl: 'website_url',
	promoCode: 'promo_code',
	displayName: 'display_name',
	policy: 'policy',
};
const FIELDS = Object.entries(NAMES) as Array<[keyof SignupTexts, string]>;

function inMetaNames(signup: Partial<SignupTexts>): Json {
	return Object.fromEntries(
		FIELDS.flatMap(([ours, meta]) => (signup[ours] === undefined ? [] : [[meta, signup[ours]]])),
	);
}

function read(raw: Json): Signup {
	const known = FIELDS.flatMap(([ours, meta]) => {
		const value = text(raw[meta]);
		return value === undefined ? [] : [[ours, value]];
	});
	return {
		signupId: text(raw.id) ?? '',
		status: text(raw.status),
		...(Object.fromEntries(known) as Partial<SignupTexts>),
		raw,
	};
}

function edge(accountId: string): string {
	return `${graphId(accountId, 'account', 'The WhatsApp Business Account ID')}/signups`;
}

function one(signupId: string): string {
	return `signups/${graphId(signupId, 'signupId', 'The signup ID')}`;
}
