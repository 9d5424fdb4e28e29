import type { TemplateButton } from '../template';
import type { HeaderSample } from './headerSample';
import type { Samples } from './samples';

/** A header as entered in a form. Text headers have `text`, media headers a `file`. */
export interface HeaderForm {
	format: 'TEXT' | 'IMAGE' | 'VIDEO' | 'DOCUMENT' | 'GIF' | 'LOCATION' | 'PRODUCT';
	text?: string;
	/** Sample value of the variable in the text. */
	sample?: string;
	/** Sample of a media header. */
	file?: HeaderSample;
}

/** A body with sample values by variable, or in order as a list. */
export interface BodyForm {
	text: string;
	samples?: Samples | string[];
}

export interface CardForm {
	header: HeaderForm;
	body?: BodyForm;
	buttons: TemplateButton[];
}

/** Settings of the three ways of code delivery. */
export interface AuthenticationForm {
	addSecurityRecommendation?: boolean;
	/** Minutes, 1–90; without it there is no footer. */
	codeExpirationMinutes?: number;
	otpType: 'COPY_CODE' | 'ONE_TAP' | 'ZERO_TAP';
	buttonText?: string;
	autofillText?: string;
	apps?: Array<{ packageName: string; signatureHash: string }>;
	zeroTapTermsAccepted?: boolean;
}

/** A template as entered in a form. */
export interface TemplateForm {
	name: string;
	language: string;
	category: string;
	header?: HeaderForm;
	body?: BodyForm;
	footer?: string;
	buttons?: TemplateButton[];
	offer?: { text: string; hasExpiration: boolean };
	cards?: CardForm[];
	authentication?: AuthenticationForm;
	/** Whether the message asks for permission to call. */
	callPermission?: boolean;
}

type Part = Record<string, unknown>;

/** Returns the definition of a form, in the shape that `readDefinition` reads. */
export function definitionFromForm(form: TemplateForm): Part {
	return {
		name: form.name,
		language: form.language,
		category: form.category,
		components: form.authentication
			? authenticationComponents(form.authentication)
			: componentsFromForm(form),
	};
}

/** Returns the components of a form, in the order in which WhatsApp shows them; see `readDefinition`. */
export function componentsFromForm(
	form: Omit<TemplateForm, 'name' | 'language' | 'category' | 'authentication'>,
): Part[] {
	const { header, offer, body, footer, buttons, cards, callPermission } = form;
	const components: Part[] = [];
	if (header) components.push(headerComponent(header));
	if (offer)
		components.push({
			type: 'LIMITED_TIME_OFFER',
			limited_time_offer: { text: offer.text, has_expiration: offer.hasExpiration },
		});
	if (body)
		components.push({
			type: 'BODY',
			text: body.text,
			...(body.samples && { samples: body.samples }),
		});
	if (footer?.trim()) components.push({ type: 'FOOTER', text: footer });
	if (buttons?.length) components.push({ type: 'BUTTONS', buttons });
	if (cards?.length)
		components.push({
			type: 'CAROUSEL',
			cards: cards.map((card) => ({ components: componentsFromForm(card) })),
		});
	if (callPermission) components.push({ type: 'CALL_PERMISSION_REQUEST' });
	return components;
}

/** Returns the components of an authentication template, whose texts Meta writes. */
export function authenticationComponents(form: AuthenticationForm): Part[] {
	const minutes = form.codeExpirationMinutes;
	return [
		{ type: 'BODY', add_security_recommendation: form.addSecurityRecommendation ?? false },
		...(minutes ? [{ type: 'FOOTER', code_expiration_minutes: minutes }] : []),
		{
			type: 'BUTTONS',
			buttons: [
				{
					type: 'OTP',
					otp_type: form.otpType,
					...(form.buttonText && { text: form.buttonText }),
					...(form.autofillText && { autofill_text: form.autofillText }),
					...(form.otpType !== 'COPY_CODE' && {
						supported_apps: (form.apps ?? []).map(({ packageName, signatureHash }) => ({
							package_name: packageName,
							signature_hash: signatureHash,
						})),
					}),
					...(form.otpType === 'ZERO_TAP' && {
						zero_tap_terms_accepted: form.zeroTapTermsAccepted ?? false,
					}),
				},
			],
		},
	];
}

function headerComponent({ format, text = '', sample, file }: HeaderForm): Part {
	if (format === 'TEXT')
		return { type: 'HEADER', format, text, ...(sample && { samples: [sample] }) };
	return { type: 'HEADER', format, ...(file && { sample: file }) };
}
