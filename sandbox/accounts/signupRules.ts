import { onlyKeys } from '../graph/checkBody';
import { GraphError, invalidParameter, parameterRequired } from '../graph/errors';

/** The texts and addresses of a sign-up. */
export interface SignupFields {
	signup_message: string;
	confirmation_message?: string;
	privacy_policy_url: string;
	website_url?: string;
	promo_code?: string;
	display_name?: string;
}

/** Longest texts in characters. */
const LIMITS: Record<string, number> = {
	signup_message: 300,
	confirmation_message: 1024,
	promo_code: 50,
	display_name: 256,
};
const ADDRESSES = ['privacy_policy_url', 'website_url'];
const KNOWN = [...Object.keys(LIMITS), ...ADDRESSES, 'policy'];
const PROMO_CODE = '{{promo_code}}';

function rejected(subcode: number, userTitle: string, userMessage: string): GraphError {
	return new GraphError({
		code: 100,
		subcode,
		message: 'Invalid parameter',
		userTitle,
		userMessage,
	});
}

/**
 * Checks a sign-up. `policy`, the address of Meta's terms, comes with the first one of a business and
 * with no other (2494168, 2494176, 2494177).
 */
export function checkSignup(
	params: Record<string, unknown>,
	{ accepted }: { accepted: boolean },
): SignupFields {
	onlyKeys(params, KNOWN);
	for (const name of ['signup_message', 'privacy_policy_url']) {
		if (params[name] === undefined || params[name] === '') throw parameterRequired(name);
	}
	for (const [name, most] of Object.entries(LIMITS)) checkText(params[name], name, most);
	for (const name of ADDRESSES) checkAddress(params[name], name);
	checkPlaceholders(params);
	checkPolicy(params.policy, accepted);
	const kept = Object.entries(params).filter(([key]) => KNOWN.includes(key) && key !== 'policy');
	return Object.fromEntries(kept) as unknown as SignupFields;
}

function checkText(value: unknown, name: string, most: number): void {
	if (value === undefined) return;
	if (typeof value !== 'string') throw invalidParameter(`Param ${name} must be a string.`);
	if (value.trim() === '' || [...value].length > most) {
		throw invalidParameter(`Param ${name} must have 1 to ${most} characters.`);
	}
}

function checkAddress(value: unknown, name: string): void {
	if (value === undefined) return;
	const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
	if (!url || !/^https?:$/.test(url.protocol)) {
		throw invalidParameter(`Param ${name} must be a URL.`);
	}
	if (url.protocol === 'https:') return;
	throw rejected(2494179, 'Invalid URL', `The ${name} must start with https://.`);
}

function checkPlaceholders({ promo_code: code, ...params }: Record<string, unknown>): void {
	const texts = [params.signup_message, params.confirmation_message].map((text) =>
		String(text ?? ''),
	);
	const used = texts.flatMap((text) => text.match(/\{\{[^{}]*\}\}/g) ?? []);
	const unknown = used.find((placeholder) => placeholder !== PROMO_CODE);
	if (unknown !== undefined) {
		throw rejected(2494166, 'Unknown placeholder', `The placeholder ${unknown} is not supported.`);
	}
	if (used.length === 0 || code !== undefined) return;
	throw rejected(2494167, 'Missing placeholder value', `${PROMO_CODE} needs a promo_code.`);
}

function checkPolicy(policy: unknown, accepted: boolean): void {
	if (policy === undefined) {
		if (accepted) return;
		throw rejected(
			2494168,
			'Terms not accepted',
			'Accept the terms of in-app signups with the parameter policy.',
		);
	}
	if (accepted) {
		throw rejected(2494176, 'Terms already accepted', 'Leave out the parameter policy.');
	}
	const address = typeof policy === 'object' ? (policy as { url?: unknown } | null)?.url : policy;
	if (/^https:\/\/(www\.)?(facebook|whatsapp)\.com\//.test(String(address))) return;
	throw rejected(2494177, 'Invalid terms', 'The policy must be the address of the terms of Meta.');
}
