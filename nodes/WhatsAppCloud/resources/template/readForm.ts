import type { IDataObject } from 'n8n-workflow';
import type {
	AuthenticationForm,
	BodyForm,
	CardForm,
	HeaderForm,
} from '../../../../cloud-api/templates/definition/form';
import { MEDIA_HEADERS } from '../../../../cloud-api/templates/definition/header';
import type { Samples } from '../../../../cloud-api/templates/definition/samples';
import type { TemplateButton } from '../../../../cloud-api/templates/template';
import { normaliseVariables, variablesIn } from '../../../../cloud-api/templates/variables';
import type { Parameters } from '../../runtime/parameters';
import type { Values } from '../../../shared/values';

/** Returns the header of a form. */
export function headerForm(row: Values): HeaderForm | undefined {
	const format = row.text('header');
	if (format === '' || format === 'none') return undefined;
	const binaryField = row.text('headerBinary').trim();
	return {
		format: format as HeaderForm['format'],
		text: row.text('headerText'),
		sample: row.text('headerSample'),
		...(MEDIA_HEADERS[format] !== undefined && binaryField && { file: { binaryField } }),
	};
}

/** Returns a body with its sample values; values without a variable belong to the variables in order. */
export function bodyForm(row: Values): BodyForm | undefined {
	const text = row.text('body');
	if (text.trim() === '') return undefined;
	const rows = row.rows('bodySamples', 'sample');
	const variables = variablesIn(normaliseVariables(text));
	const samples: Samples = {};
	rows.forEach((sample, index) => {
		const entered = sample.text('variable').replace(/[{}[\]\s]/g, '');
		const name = entered || (variables[index] ?? String(index + 1));
		if (sample.has('value')) samples[name] = sample.text('value');
	});
	return { text, samples };
}

/** Returns the buttons of a form in Meta's format. */
export function buttonForms(row: Values): TemplateButton[] {
	return row.rows('buttons', 'button').map(readButton);
}

/** Returns the cards of a carousel. */
export function cardForms(param: Parameters): CardForm[] {
	return param.rows('cards', 'card').map((row) => ({
		header: headerForm(row) ?? { format: 'IMAGE' },
		...(bodyForm(row) && { body: bodyForm(row) }),
		buttons: buttonForms(row),
	}));
}

/** Returns the settings of an authentication template. */
export function authenticationForm(param: Parameters): AuthenticationForm {
	return {
		otpType: param.text('otpType') as AuthenticationForm['otpType'],
		addSecurityRecommendation: param.flag('addSecurityRecommendation'),
		codeExpirationMinutes: param.number('codeExpirationMinutes'),
		buttonText: param.text('otpText'),
		autofillText: param.text('autofillText'),
		zeroTapTermsAccepted: param.flag('zeroTapTermsAccepted'),
		apps: param.rows('apps', 'app').map((app) => ({
			packageName: app.text('packageName').trim(),
			signatureHash: app.text('signatureHash').trim(),
		})),
	};
}

function readButton(row: Values): TemplateButton {
	const type = row.text('type');
	const text = row.optionalText('text');
	const button = { type, ...(text !== undefined && { text }) };
	const extra: IDataObject = {};
	if (type === 'URL') {
		extra.url = row.text('url').trim();
		if (row.text('urlSample')) extra.example = [row.text('urlSample')];
	}
	if (type === 'PHONE_NUMBER') extra.phone_number = row.text('phoneNumber').trim();
	if (type === 'COPY_CODE') {
		delete button.text;
		extra.example = row.text('couponSample').trim();
	}
	if (type === 'REQUEST_CONTACT_INFO') delete button.text;
	if (type === 'FLOW') {
		extra.flow_id = row.text('flowId').trim();
		extra.flow_action = 'navigate';
		if (row.text('flowScreen')) extra.navigate_screen = row.text('flowScreen');
	}
	if (type === 'VOICE_CALL') extra.ttl_minutes = row.number('callMinutes') ?? 10080;
	return { ...button, ...extra } as TemplateButton;
}
