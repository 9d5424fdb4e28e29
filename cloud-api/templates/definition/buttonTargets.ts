import { characters } from '../../messages/schema';
import type { TemplateButton } from '../template';
import { checkOneTimePassword } from './authentication';
import { LIMITS } from './limits';
import type { Problems } from './problems';
import { buttonSample } from './samples';

const VARIABLE = /\{\{[^{}]*\}\}/g;
const PHONE = /^\+?[0-9 ()-]+$/;

/** A button's path in the definition and its name in messages. */
export interface ButtonPlace {
	field: string;
	where: string;
}

/** Checks what a button opens or copies: URL, phone number, code, or flow. */
export function checkTarget(
	button: TemplateButton,
	at: ButtonPlace,
	offer: boolean,
	problems: Problems,
): void {
	switch (button.type) {
		case 'URL':
			return checkUrl(button, at, problems);
		case 'PHONE_NUMBER':
			return checkPhone(button, at, problems);
		case 'COPY_CODE':
			return checkCoupon(button, at, offer, problems);
		case 'FLOW':
			return problems.when(
				!button.flow_id && !button.flow_name && !button.flow_json,
				`${at.field}.flow_id`,
				`${at.where} has no flow`,
				'Enter the ID or the name of a published flow.',
			);
		case 'VOICE_CALL':
			return problems.when(
				button.ttl_minutes !== undefined &&
					(button.ttl_minutes < 1 || button.ttl_minutes > LIMITS.callMinutes),
				`${at.field}.ttl_minutes`,
				`${at.where} expires after ${button.ttl_minutes} minutes`,
				`Enter 1 to ${LIMITS.callMinutes} minutes (30 days).`,
			);
		case 'OTP':
			return checkOneTimePassword(button, at.field, problems);
		default:
			return undefined;
	}
}

function checkUrl(button: TemplateButton, { field, where }: ButtonPlace, problems: Problems): void {
	const url = (button.url ?? '').trim();
	const count = [...url.matchAll(VARIABLE)].length;
	const sample = buttonSample(button).trim();
	problems.when(
		!/^https?:\/\/[^\s/{]/i.test(url),
		`${field}.url`,
		url ? `${where} has the invalid URL "${url.slice(0, 60)}"` : `${where} has no URL`,
		'Enter a complete URL with https:// and your domain, for example https://example.com/orders/[[1]].',
	);
	problems.when(
		/[\s{}]/.test(url.replace(VARIABLE, '')),
		`${field}.url`,
		`${where} has a URL with spaces or braces: "${url.slice(0, 60)}"`,
		'Remove them. Write the variable at the end as [[1]]: n8n reads a typed {{1}} as an expression.',
	);
	problems.when(
		url.length > LIMITS.url,
		`${field}.url`,
		`${where} has a URL of ${url.length} characters; the limit is ${LIMITS.url}`,
		'Use a shorter path.',
	);
	problems.when(
		count > 1,
		`${field}.url`,
		`${where} has ${count} variables in its URL; the limit is one`,
		'Combine them in one variable at the end, and split it on your page.',
	);
	problems.when(
		count === 0 && sample !== '',
		`${field}.url`,
		`${where} has a sample value, but its URL has no variable`,
		'Write the variable at the end of the URL as [[1]], or remove the sample value. n8n reads a typed {{1}} as an expression.',
	);
	if (count === 0) return;
	problems.when(
		!url.endsWith('}}'),
		`${field}.url`,
		`${where} has its variable in the middle of the URL`,
		'Move the variable to the end, as in https://example.com/orders/[[1]].',
	);
	problems.when(
		sample === '',
		`${field}.example`,
		`${where} has no sample value for the variable in its URL`,
		'Enter an example of what replaces the variable, for example 860198.',
	);
}

function checkPhone(
	button: TemplateButton,
	{ field, where }: ButtonPlace,
	problems: Problems,
): void {
	const number = (button.phone_number ?? '').trim();
	problems.when(
		!PHONE.test(number) || number.length > LIMITS.phoneNumber,
		`${field}.phone_number`,
		number ? `${where} has the invalid phone number "${number}"` : `${where} has no phone number`,
		`Enter the number with its country code in up to ${LIMITS.phoneNumber} characters, for example +15550051310.`,
	);
}

function checkCoupon(
	button: TemplateButton,
	{ field, where }: ButtonPlace,
	offer: boolean,
	problems: Problems,
): void {
	const sample = buttonSample(button);
	const max = offer ? LIMITS.offerCouponCode : LIMITS.couponCode;
	problems.when(
		sample.trim() === '' || characters(sample) > max,
		`${field}.example`,
		sample
			? `${where} has a sample code of ${characters(sample)} characters; the limit is ${max}`
			: `${where} has no sample code`,
		`Enter a code of up to ${max} characters, for example 25OFF.`,
	);
}
