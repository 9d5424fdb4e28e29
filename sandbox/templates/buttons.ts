import { isWebUrl } from '../messages/schema';
import { invalidTemplate, TOO_LONG } from './rejection';
import type { Button } from './template';
import { variablesIn } from './variables';

const KNOWN = new Set([
	'QUICK_REPLY',
	'URL',
	'PHONE_NUMBER',
	'COPY_CODE',
	'FLOW',
	'CATALOG',
	'MPM',
	'SPM',
	'OTP',
	'VOICE_CALL',
	'ORDER_DETAILS',
	'REQUEST_CONTACT_INFO',
	'PAYMENT_REQUEST',
]);
/** Maximum number of buttons per type. */
const MAX_PER_TYPE: Record<string, number> = {
	URL: 2,
	PHONE_NUMBER: 1,
	COPY_CODE: 1,
	FLOW: 1,
	CATALOG: 1,
	MPM: 1,
	SPM: 1,
	OTP: 1,
	VOICE_CALL: 1,
	ORDER_DETAILS: 1,
	REQUEST_CONTACT_INFO: 1,
};
const WITHOUT_TEXT = new Set(['COPY_CODE', 'OTP', 'REQUEST_CONTACT_INFO']);

/** Checks the buttons of a template or of a card. */
export function checkButtons(buttons: Button[], category: string): void {
	if (buttons.length === 0) throw invalidTemplate('The buttons component has no button.');
	if (buttons.length > 10) throw invalidTemplate('A template can have 10 buttons at most.');
	const types = buttons.map(({ type }) => String(type).toUpperCase());
	for (const [index, button] of buttons.entries()) checkButton(button, types[index]);
	for (const [type, most] of Object.entries(MAX_PER_TYPE)) {
		if (types.filter((one) => one === type).length > most) {
			throw invalidTemplate(`A template can have ${most} ${type} button(s) at most.`);
		}
	}
	const replies = types.map((type) => type === 'QUICK_REPLY');
	const runs = replies.filter((reply, index) => reply && !replies[index - 1]).length;
	if (runs > 1) {
		throw invalidTemplate(
			'Quick reply buttons must be adjacent: they are mixed with other buttons.',
		);
	}
	if (types.includes('OTP') && category !== 'AUTHENTICATION') {
		throw invalidTemplate('OTP buttons are allowed in AUTHENTICATION templates only.');
	}
}

function checkButton(button: Button, type: string): void {
	if (!KNOWN.has(type)) throw invalidTemplate(`Button type ${button.type} is not known.`);
	const text = button.text ?? '';
	if (text === '' && !WITHOUT_TEXT.has(type))
		throw invalidTemplate(`A ${type} button requires a text.`);
	if ([...text].length > 25) {
		throw invalidTemplate(`The button text "${text}" has more than 25 characters.`, TOO_LONG);
	}
	if (variablesIn(text).length > 0)
		throw invalidTemplate('A button text cannot contain variables.');
	if (type === 'URL') checkUrl(button);
	if (type === 'PHONE_NUMBER') {
		const number = button.phone_number ?? '';
		if (!/^\+?[\d ()-]{1,20}$/.test(number)) {
			throw invalidTemplate(
				'A PHONE_NUMBER button requires a phone_number of up to 20 characters.',
			);
		}
	}
	if (type === 'COPY_CODE') {
		const sample: unknown = Array.isArray(button.example) ? button.example[0] : button.example;
		if (typeof sample !== 'string' || sample === '') {
			throw invalidTemplate('A COPY_CODE button requires a sample code in example.');
		}
		if (sample.length > 20) {
			throw invalidTemplate('The sample code has more than 20 characters.', TOO_LONG);
		}
	}
	if (type === 'FLOW' && !button.flow_id && !button.flow_name && !button.flow_json) {
		throw invalidTemplate('A FLOW button requires flow_id, flow_name, or flow_json.');
	}
	if (type === 'OTP') checkOtp(button);
}

function checkUrl({ url = '', example }: Button): void {
	if (!/^https?:\/\//i.test(url)) {
		throw invalidTemplate('A URL button requires an address that starts with https:// or http://.');
	}
	if (url.length > 2000) throw invalidTemplate('The URL has more than 2000 characters.', TOO_LONG);
	const names = variablesIn(url);
	if (names.length > 1) throw invalidTemplate('A URL can contain one variable only.');
	if (names.length > 0 && !/\{\{[^{}]*\}\}$/.test(url)) {
		throw invalidTemplate('The variable of a URL must be at its end.');
	}
	if (!isPlainUrl(url.replace(/\{\{[^{}]*\}\}$/, 'x'))) {
		throw invalidTemplate('The URL is not a valid address. It cannot contain spaces or braces.');
	}
	if (names.length === 0) {
		if (example === undefined) return;
		throw invalidTemplate('The URL has a sample in example, but no variable.');
	}
	const sample: unknown = Array.isArray(example) ? example[0] : example;
	if (typeof sample !== 'string' || sample === '') {
		throw invalidTemplate('A URL with a variable requires a sample in example.');
	}
}

function isPlainUrl(url: string): boolean {
	return isWebUrl(url) && !/[{}<>"\\^`|]/.test(url);
}

function checkOtp(button: Button): void {
	const codeType = String(button.otp_type ?? '').toUpperCase();
	if (!['COPY_CODE', 'ONE_TAP', 'ZERO_TAP'].includes(codeType)) {
		throw invalidTemplate('otp_type must be COPY_CODE, ONE_TAP or ZERO_TAP.');
	}
	if (codeType === 'COPY_CODE') return;
	if (button.package_name !== undefined || button.signature_hash !== undefined) {
		throw invalidTemplate(
			'package_name and signature_hash belong in supported_apps; the button does not accept them.',
		);
	}
	const apps = (button.supported_apps ?? []) as Array<Record<string, unknown>>;
	const fit =
		apps.length > 0 &&
		apps.every(
			({ package_name: name, signature_hash: hash }) =>
				/^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/.test(String(name)) && /^[\w+/=]{11}$/.test(String(hash)),
		);
	if (!fit) {
		throw invalidTemplate(
			`${codeType} requires supported_apps with package_name and an 11-character signature_hash.`,
		);
	}
	if (codeType === 'ZERO_TAP' && button.zero_tap_terms_accepted !== true) {
		throw invalidTemplate('ZERO_TAP requires zero_tap_terms_accepted.');
	}
}
