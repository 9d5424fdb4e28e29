import type { RenderedTemplate } from '../control/types';
import { rejection } from '../graph/errors';
import type { PhoneNumber } from './directory';

/** A template message that may be sent. */
export interface TemplateCheck {
	/** Pricing category: `marketing`, `utility`, `authentication`. */
	category: string;
	rendered: RenderedTemplate;
	templateId?: string;
	/** The answer's `message_status`; default `accepted`. */
	messageStatus?: 'accepted' | 'held_for_quality_assessment' | 'paused';
	/** Fails later with a `failed` status: code and details. */
	failsWith?: { code: number; details: string };
}

/** How a template is sent. */
export interface TemplateSending {
	/** Through `/marketing_messages` instead of `/messages`. */
	viaMarketingApi: boolean;
	/** A BSUID is rejected for one-tap, zero-tap, and copy-code authentication templates (131062). */
	addressedBy: 'phone' | 'user_id' | 'group';
}

/** What sending needs from the templates module. */
export interface TemplateHook {
	/**
	 * Checks the `template` object of a send against the approved template and renders it.
	 * Throws GraphError (132000, 132001, 132012, …) when it may not be sent.
	 */
	check(template: unknown, number: PhoneNumber, sending: TemplateSending): TemplateCheck;
}

/** Used until the templates module registers: no template exists. */
export const noTemplates: TemplateHook = {
	check(template) {
		const { name, language } = (template ?? {}) as {
			name?: string;
			language?: { code?: string };
		};
		throw rejection(
			132001,
			`template name (${name ?? ''}) does not exist in ${language?.code ?? ''}`,
		);
	},
};
