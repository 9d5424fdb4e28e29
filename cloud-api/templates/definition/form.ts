import type { TemplateButton, TemplateComponent } from '../template';
import { normaliseVariables, variablesIn } from '../variables';
import type { TemplateDefinition } from './definition';
import { exampleFor, type Samples } from './samples';

/** A header as a form describes it; `handle` is what the resumable upload answered for the sample file. */
export interface HeaderForm {
	format: 'TEXT' | 'IMAGE' | 'VIDEO' | 'DOCUMENT' | 'GIF' | 'LOCATION' | 'PRODUCT';
	text?: string;
	sample?: string;
	handle?: string;
}

/** A body with its samples by variable; numbered ones may be given as a list in order. */
export interface BodyForm {
	text: string;
	samples?: Samples | string[];
}

export interface CardForm {
	header: HeaderForm;
	body?: BodyForm;
	buttons: TemplateButton[];
}

/** What the three ways of handing over a one-time password need. */
export interface AuthenticationForm {
	addSecurityRecommendation?: boolean;
	/** Minutes, 1–90; none leaves the footer out. */
	codeExpirationMinutes?: number;
	otpType: 'COPY_CODE' | 'ONE_TAP' | 'ZERO_TAP';
	buttonText?: string;
	autofillText?: string;
	apps?: Array<{ packageName: string; signatureHash: string }>;
	zeroTapTermsAccepted?: boolean;
}

/** A template as a person fills it in. */
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
}

/** The definition of a filled-in form; it still has to pass `checkDefinition`. */
export function definitionFromForm(form: TemplateForm): TemplateDefinition {
	return {
		name: form.name,
		language: form.language,
		category: form.category,
		components: form.authentication
			? authenticationComponents(form.authentication)
			: componentsFromForm(form),
	};
}

/** The components of a form, in the order in which WhatsApp shows them. */
export function componentsFromForm(
	form: Pick<TemplateForm, 'header' | 'body' | 'footer' | 'buttons' | 'offer' | 'cards'>,
): TemplateComponent[] {
	const components: TemplateComponent[] = [];
	if (form.header) components.push(headerComponent(form.header));
	if (form.offer)
		components.push({
			type: 'LIMITED_TIME_OFFER',
			example: undefined,
			limited_time_offer: { text: form.offer.text, has_expiration: form.offer.hasExpiration },
		});
	if (form.body) components.push(bodyComponent(form.body));
	if (form.footer?.trim())
		components.push({ type: 'FOOTER', text: form.footer, example: undefined });
	if (form.buttons?.length)
		components.push({ type: 'BUTTONS', buttons: form.buttons, example: undefined });
	if (form.cards?.length)
		components.push({
			type: 'CAROUSEL',
			example: undefined,
			cards: form.cards.map((card) => ({ components: componentsFromForm(card) })),
		});
	return components.map(withoutUndefined);
}

/** The components of an authentication template, whose texts Meta writes. */
export function authenticationComponents(form: AuthenticationForm): TemplateComponent[] {
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
	].map((component) => component as TemplateComponent);
}

function headerComponent({ format, text = '', sample, handle }: HeaderForm): TemplateComponent {
	if (format === 'TEXT') {
		const header = normaliseVariables(text);
		const [variable] = variablesIn(header);
		const samples: Samples = variable && sample ? { [variable]: sample } : {};
		return { type: 'HEADER', format, text: header, example: exampleFor('HEADER', header, samples) };
	}
	return {
		type: 'HEADER',
		format,
		example: handle ? { header_handle: [handle] } : undefined,
	};
}

function bodyComponent({ text, samples = {} }: BodyForm): TemplateComponent {
	const body = normaliseVariables(text);
	const byName = Array.isArray(samples)
		? Object.fromEntries(variablesIn(body).map((name, index) => [name, samples[index] ?? '']))
		: samples;
	return { type: 'BODY', text: body, example: exampleFor('BODY', body, byName) };
}

/** Meta takes no nulls, and an absent example should not be sent as anything. */
function withoutUndefined(component: TemplateComponent): TemplateComponent {
	return Object.fromEntries(
		Object.entries(component).filter(([, value]) => value !== undefined),
	) as TemplateComponent;
}
