import { characters } from '../../messages/schema';
import type { TemplateButton } from '../template';
import { checkOneTimePassword } from './authentication';
import { LIMITS } from './limits';
import type { Refusals } from './refusals';
import { buttonSample } from './samples';

const PHONE = /^\+?[0-9 ()-]+$/;

/** Where a button stands: in the definition, and for a person. */
export interface ButtonPlace {
	field: string;
	where: string;
}

/** What Meta refuses about where a button leads: its URL, number, code, flow. */
export function checkTarget(
	button: TemplateButton,
	at: ButtonPlace,
	offer: boolean,
	refusals: Refusals,
): void {
	switch (button.type) {
		case 'URL':
			return checkUrl(button, at, refusals);
		case 'PHONE_NUMBER':
			return checkPhone(button, at, refusals);
		case 'COPY_CODE':
			return checkCoupon(button, at, offer, refusals);
		case 'FLOW':
			return refusals.when(
				!button.flow_id && !button.flow_name && !button.flow_json,
				`${at.field}.flow_id`,
				`${at.where} names no flow`,
				'Give the ID or the name of a published flow.',
			);
		case 'VOICE_CALL':
			return refusals.when(
				button.ttl_minutes !== undefined &&
					(button.ttl_minutes < 1 || button.ttl_minutes > LIMITS.callMinutes),
				`${at.field}.ttl_minutes`,
				`${at.where} stays usable for ${button.ttl_minutes} minutes`,
				`Choose between 1 and ${LIMITS.callMinutes} minutes (30 days).`,
			);
		case 'OTP':
			return checkOneTimePassword(button, at.field, refusals);
		default:
			return undefined;
	}
}

function checkUrl(button: TemplateButton, { field, where }: ButtonPlace, refusals: Refusals): void {
	const url = (button.url ?? '').trim();
	const variables = [...url.matchAll(/\{\{[^{}]*\}\}/g)];
	refusals.when(
		!/^https?:\/\/[^\s/{]/i.test(url),
		`${field}.url`,
		url ? `${where} leads to "${url.slice(0, 60)}"` : `${where} has no URL`,
		'Give a whole address that starts with https:// and your domain, for example https://example.com/orders/{{1}}.',
	);
	refusals.when(
		url.length > LIMITS.url,
		`${field}.url`,
		`${where} has a URL of ${url.length} characters, Meta takes ${LIMITS.url}`,
		'Use a shorter path on your own domain.',
	);
	refusals.when(
		variables.length > 1,
		`${field}.url`,
		`${where} has ${variables.length} variables in its URL, Meta takes one`,
		'Join them to one variable at the end and let your page take it apart.',
	);
	if (variables.length === 0) return;
	refusals.when(
		!url.endsWith('}}'),
		`${field}.url`,
		`${where} has its variable inside the URL`,
		'Move the variable to the very end: https://example.com/orders/{{1}}.',
	);
	refusals.when(
		buttonSample(button).trim() === '',
		`${field}.example`,
		`${where} has no sample for the variable in its URL`,
		'Give the value that would stand at the end of the URL, for example 860198.',
	);
}

function checkPhone(
	button: TemplateButton,
	{ field, where }: ButtonPlace,
	refusals: Refusals,
): void {
	const number = (button.phone_number ?? '').trim();
	refusals.when(
		!PHONE.test(number) || number.length > LIMITS.phoneNumber,
		`${field}.phone_number`,
		number ? `${where} calls "${number}"` : `${where} has no phone number`,
		`Give the number with its country code, at most ${LIMITS.phoneNumber} characters, for example +15550051310.`,
	);
}

function checkCoupon(
	button: TemplateButton,
	{ field, where }: ButtonPlace,
	offer: boolean,
	refusals: Refusals,
): void {
	const sample = buttonSample(button);
	const max = offer ? LIMITS.offerCouponCode : LIMITS.couponCode;
	refusals.when(
		sample.trim() === '' || characters(sample) > max,
		`${field}.example`,
		sample
			? `${where} has a sample code of ${characters(sample)} characters, Meta takes ${max}`
			: `${where} has no sample code`,
		`Give a code of at most ${max} characters, for example 25OFF.`,
	);
}
