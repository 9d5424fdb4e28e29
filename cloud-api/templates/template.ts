import { z } from 'zod/v3';

/** A number, also as text: Meta accepts both (`"120"`). */
export const numeric = z.preprocess(
	(value) =>
		typeof value === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : value,
	z.number(),
);
/** A boolean, also as text. */
const flag = z.preprocess(
	(value) => (value === 'true' ? true : value === 'false' ? false : value),
	z.boolean(),
);

/** A button of a template in Meta's format; unknown keys pass through. */
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
		ttl_minutes: numeric.optional(),
	})
	.passthrough();

const simpleComponent = z
	.object({
		type: z.string(),
		/** Sample file of a media header until it is uploaded. */
		sample: z
			.union([z.object({ binaryField: z.string() }), z.object({ handle: z.string() })])
			.optional(),
		format: z.string().optional(),
		text: z.string().optional(),
		example: z.unknown(),
		buttons: z.array(templateButton).optional(),
		add_security_recommendation: flag.optional(),
		code_expiration_minutes: numeric.nullish(),
		limited_time_offer: z
			.object({ text: z.string().optional(), has_expiration: flag.optional() })
			.passthrough()
			.optional(),
	})
	.passthrough();

/** A component of a template: HEADER, BODY, FOOTER, BUTTONS, CAROUSEL, LIMITED_TIME_OFFER, or any other type. */
export const templateComponent = simpleComponent.extend({
	cards: z.array(z.object({ components: z.array(simpleComponent) }).passthrough()).optional(),
});

export type TemplateButton = z.infer<typeof templateButton>;
export type TemplateComponent = z.infer<typeof templateComponent>;
export type TemplateCard = NonNullable<TemplateComponent['cards']>[number];

/** A template as `GET /{waba}/message_templates` returns it (Meta: message templates). Only fields that are always present are required. */
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

/** Returns a type in capitals. Meta returns capitals and accepts any case. */
export function upper(value: string | undefined): string {
	return (value ?? '').toUpperCase();
}

/** Returns the first component of a type, e.g. `BODY`. */
export function componentOf(
	components: readonly TemplateComponent[],
	type: string,
): TemplateComponent | undefined {
	return components.find((component) => upper(component.type) === type);
}

/** Returns the buttons of a template or a card, in order. */
export function buttonsOf(components: readonly TemplateComponent[]): TemplateButton[] {
	return componentOf(components, 'BUTTONS')?.buttons ?? [];
}

/**
 * Whether a button delivers a one-time password. Meta returns the `OTP` button of a submitted template
 * as a `URL` button that opens a page of WhatsApp.
 */
export function isOneTimePassword(button: TemplateButton): boolean {
	if (upper(button.type) === 'OTP') return true;
	return upper(button.type) === 'URL' && /whatsapp\.com\/otp\//i.test(button.url ?? '');
}
