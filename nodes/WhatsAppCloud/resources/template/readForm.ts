import type { IDataObject } from 'n8n-workflow';
import type {
	AuthenticationForm,
	BodyForm,
	CardForm,
	HeaderForm,
} from '../../../../cloud-api/templates/definition/form';
import type { Samples } from '../../../../cloud-api/templates/definition/samples';
import type { TemplateButton } from '../../../../cloud-api/templates/template';
import { normaliseVariables, variablesIn } from '../../../../cloud-api/templates/variables';
import type { Parameters } from '../../runtime/parameters';
import { optionalTextOf, rowsOf, textOf } from '../message/forms';

/** The header of a form; its sample is the name of a binary field until it is uploaded. */
export function headerForm(row: IDataObject): HeaderForm | undefined {
	const format = textOf(row.header);
	if (format === '' || format === 'none') return undefined;
	return {
		format: format as HeaderForm['format'],
		text: textOf(row.headerText),
		sample: textOf(row.headerSample),
		handle: textOf(row.headerBinary).trim(),
	};
}

/** A body with its samples; those without a name belong to the variables in order. */
export function bodyForm(row: IDataObject): BodyForm | undefined {
	const text = textOf(row.body);
	if (text.trim() === '') return undefined;
	const rows = rowsOf(row.bodySamples, 'sample');
	const variables = variablesIn(normaliseVariables(text));
	const samples: Samples = {};
	rows.forEach(({ variable, value }, index) => {
		const name = textOf(variable).replace(/[{}[\]\s]/g, '') || variables[index];
		if (name) samples[name] = textOf(value);
	});
	return { text, samples };
}

/** The buttons of a form in Meta's words. */
export function buttonForms(row: IDataObject): TemplateButton[] {
	return rowsOf(row.buttons, 'button').map(readButton);
}

/** The cards of a carousel. */
export function cardForms(param: Parameters): CardForm[] {
	return param.rows('cards.card').map((row) => ({
		header: headerForm(row) ?? { format: 'IMAGE' },
		...(bodyForm(row) && { body: bodyForm(row) }),
		buttons: buttonForms(row),
	}));
}

/** What an authentication template asks for. */
export function authenticationForm(param: Parameters): AuthenticationForm {
	return {
		otpType: param.text('otpType') as AuthenticationForm['otpType'],
		addSecurityRecommendation: param.flag('addSecurityRecommendation'),
		codeExpirationMinutes: param.number('codeExpirationMinutes'),
		buttonText: param.text('otpText'),
		autofillText: param.text('autofillText'),
		zeroTapTermsAccepted: param.flag('zeroTapTermsAccepted'),
		apps: param.rows('apps.app').map(({ packageName, signatureHash }) => ({
			packageName: textOf(packageName).trim(),
			signatureHash: textOf(signatureHash).trim(),
		})),
	};
}

/** The form's own fields as one row, so that a card and a template are read alike. */
export function contentRow(param: Parameters): IDataObject {
	return {
		header: param.text('header'),
		headerText: param.text('headerText'),
		headerSample: param.text('headerSample'),
		headerBinary: param.text('headerBinary'),
		body: param.text('body'),
		bodySamples: param.group('bodySamples'),
		buttons: param.group('buttons'),
	};
}

function readButton(row: IDataObject): TemplateButton {
	const type = textOf(row.type);
	const text = optionalTextOf(row.text);
	const button = { type, ...(text !== undefined && { text }) };
	const own: IDataObject = {};
	if (type === 'URL') {
		own.url = textOf(row.url).trim();
		if (textOf(row.urlSample)) own.example = [textOf(row.urlSample)];
	}
	if (type === 'PHONE_NUMBER') own.phone_number = textOf(row.phoneNumber).trim();
	if (type === 'COPY_CODE') {
		delete button.text;
		own.example = textOf(row.couponSample).trim();
	}
	if (type === 'REQUEST_CONTACT_INFO') delete button.text;
	if (type === 'FLOW') {
		own.flow_id = textOf(row.flowId).trim();
		own.flow_action = 'navigate';
		if (textOf(row.flowScreen)) own.navigate_screen = textOf(row.flowScreen);
	}
	if (type === 'VOICE_CALL') own.ttl_minutes = Number(row.callMinutes ?? 10080);
	return { ...button, ...own } as TemplateButton;
}
