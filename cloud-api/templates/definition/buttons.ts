import { characters } from '../../messages/schema';
import type { TemplateButton } from '../template';
import { variablesIn } from '../variables';
import { checkOneTimePassword } from './authentication';
import { BUTTON_NAMES, LIMITS, MAX_OF_KIND } from './limits';
import type { Refusals } from './refusals';
import { buttonSample } from './samples';

/** Buttons whose label WhatsApp writes itself. */
const FIXED_LABEL = ['COPY_CODE', 'OTP', 'REQUEST_CONTACT_INFO'];
/** Buttons that stand alone. */
const ALONE = ['OTP', 'CATALOG', 'MPM', 'SPM', 'ORDER_DETAILS'];
const PHONE = /^\+?[0-9 ()-]+$/;

export interface ButtonRules {
	field: string;
	/** For a person, e.g. `Button` or `Card 1 button`. */
	where: string;
	/** Whether they stand beside a limited-time offer, where coupon codes are shorter. */
	offer?: boolean;
}

/** What Meta refuses in the buttons of a template or a card: their number, order, labels and targets. */
export function checkButtons(
	buttons: readonly TemplateButton[],
	{ field, where, offer = false }: ButtonRules,
	refusals: Refusals,
): void {
	refusals.when(
		buttons.length > LIMITS.buttons,
		field,
		`There are ${buttons.length} buttons, Meta takes ${LIMITS.buttons}`,
		`Keep the ${LIMITS.buttons} most useful ones; beyond three, WhatsApp hides them behind "See all options".`,
	);
	checkKinds(buttons, field, refusals);
	checkOrder(buttons, field, refusals);
	checkDoubles(buttons, field, refusals);
	buttons.forEach((button, index) => {
		const at = { field: `${field}[${index}]`, where: `${where} ${index + 1}` };
		checkLabel(button, at, refusals);
		checkTarget(button, at, offer, refusals);
	});
}

interface Place {
	field: string;
	where: string;
}

function checkKinds(buttons: readonly TemplateButton[], field: string, refusals: Refusals): void {
	for (const [type, max] of Object.entries(MAX_OF_KIND)) {
		const count = buttons.filter((button) => button.type === type).length;
		refusals.when(
			count > max,
			field,
			`There are ${count} ${BUTTON_NAMES[type]} buttons, Meta takes ${max}`,
			`Keep ${max === 1 ? 'one' : max} and remove the others.`,
		);
	}
	const alone = buttons.find(({ type }) => ALONE.includes(type));
	refusals.when(
		alone !== undefined && buttons.some(({ type }) => type !== alone.type),
		field,
		`A ${BUTTON_NAMES[alone?.type ?? '']} button stands beside other buttons`,
		'It must be the only button of the template; remove the others.',
	);
}

function checkOrder(buttons: readonly TemplateButton[], field: string, refusals: Refusals): void {
	const groups = buttons
		.map(({ type }) => type === 'QUICK_REPLY')
		.filter((isReply, index, all) => index === 0 || isReply !== all[index - 1]);
	refusals.when(
		groups.length > 2,
		field,
		'Quick replies and other buttons are mixed',
		'Put all quick replies together, before or after the other buttons.',
	);
}

function checkDoubles(buttons: readonly TemplateButton[], field: string, refusals: Refusals): void {
	const labels = buttons.map(({ text }) => text?.trim()).filter((text) => text);
	const double = labels.find((label, index) => labels.indexOf(label) < index);
	refusals.when(
		double !== undefined,
		field,
		`Two buttons are labelled "${double}"`,
		'Give every button its own label.',
	);
}

function checkLabel({ type, text = '' }: TemplateButton, at: Place, refusals: Refusals): void {
	if (text.trim() === '') {
		refusals.when(
			!FIXED_LABEL.includes(type),
			`${at.field}.text`,
			`${at.where} has no label`,
			'Write what the reader taps on, for example "Track order".',
		);
		return;
	}
	refusals.when(
		characters(text) > LIMITS.buttonText,
		`${at.field}.text`,
		`${at.where} has a label of ${characters(text)} characters, Meta takes ${LIMITS.buttonText}`,
		`Shorten "${text}" by ${characters(text) - LIMITS.buttonText} characters.`,
	);
	refusals.when(
		variablesIn(text).length > 0 || /[\r\n]/.test(text),
		`${at.field}.text`,
		`${at.where} has a variable or a line break in its label`,
		'Labels are fixed text in one line; put what varies into the body.',
	);
	refusals.when(
		type === 'REQUEST_CONTACT_INFO' && text !== 'Share Contact Info',
		`${at.field}.text`,
		`${at.where} asks for contact information under its own label`,
		'WhatsApp fixes this label; leave it empty.',
	);
}

function checkTarget(button: TemplateButton, at: Place, offer: boolean, refusals: Refusals): void {
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

function checkUrl(button: TemplateButton, { field, where }: Place, refusals: Refusals): void {
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

function checkPhone(button: TemplateButton, { field, where }: Place, refusals: Refusals): void {
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
	{ field, where }: Place,
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
