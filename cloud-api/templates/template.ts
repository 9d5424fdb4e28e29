import { z } from 'zod/v3';

/** A button of a template, in Meta's words; what this package does not know yet is kept. */
export const templateButton = z
	.object({
		type: z.string(),
		text: z.string().optional(),
		url: z.string().optional(),
		phone_number: z.string().optional(),
		example: z.unknown(),
		otp_type: z.string().optional(),
		flow_id: z.union([z.string(), z.number()]).optional(),
		flow_name: z.string().optional(),
		flow_json: z.unknown(),
		ttl_minutes: z.number().optional(),
	})
	.passthrough();

const simpleComponent = z
	.object({
		type: z.string(),
		format: z.string().optional(),
		text: z.string().optional(),
		example: z.unknown(),
		buttons: z.array(templateButton).optional(),
		add_security_recommendation: z.boolean().optional(),
		code_expiration_minutes: z.number().nullish(),
		limited_time_offer: z
			.object({ text: z.string().optional(), has_expiration: z.boolean().optional() })
			.passthrough()
			.optional(),
	})
	.passthrough();

/** A component of a template: HEADER, BODY, FOOTER, BUTTONS, CAROUSEL, LIMITED_TIME_OFFER and whatever Meta adds. */
export const templateComponent = simpleComponent.extend({
	cards: z.array(z.object({ components: z.array(simpleComponent) }).passthrough()).optional(),
});

export type TemplateButton = z.infer<typeof templateButton>;
export type TemplateComponent = z.infer<typeof templateComponent>;
export type TemplateCard = NonNullable<TemplateComponent['cards']>[number];

/** A template as `GET /{waba}/message_templates` answers it (Meta: message templates). Only what is always there is required. */
export interface Template {
	id: string;
	name: string;
	language: string;
	status: string;
	category: string;
	components: TemplateComponent[];
	/** `POSITIONAL` or `NAMED`. */
	parameter_format?: string;
	quality_score?: { score?: string; date?: number };
	rejected_reason?: string;
	previous_category?: string;
	correct_category?: string;
	library_template_name?: string;
	[field: string]: unknown;
}

/** Meta writes types in capitals when it answers and accepts any case when it is asked. */
export function kind(value: string | undefined): string {
	return (value ?? '').toUpperCase();
}

/** The first component of a type, e.g. `BODY`. */
export function componentOf(
	components: readonly TemplateComponent[],
	type: string,
): TemplateComponent | undefined {
	return components.find((component) => kind(component.type) === type);
}

/** The buttons of a template or a card, in order. */
export function buttonsOf(components: readonly TemplateComponent[]): TemplateButton[] {
	return componentOf(components, 'BUTTONS')?.buttons ?? [];
}

/**
 * Whether a button hands over a one-time password. Meta turns the `OTP` button of a submitted template
 * into a `URL` button that leads to its own page for codes.
 */
export function isOneTimePassword(button: TemplateButton): boolean {
	if (kind(button.type) === 'OTP') return true;
	return kind(button.type) === 'URL' && /whatsapp\.com\/otp\//i.test(button.url ?? '');
}
