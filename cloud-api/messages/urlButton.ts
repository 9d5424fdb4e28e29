import { z } from 'zod/v3';
import { check } from './check';
import type { MessageContent } from './content';
import { bodyAndFooter, headerSchema, interactive, type InteractiveInput } from './interactive';
import { requiredText, webAddress } from './schema';

export const URL_BUTTON_LIMITS = { displayText: 20 } as const;

export interface UrlButtonInput extends InteractiveInput {
	/** Label of the button, at most 20 characters. */
	displayText: string;
	/** The web page that it opens. */
	url: string;
}

const schema = z.object({
	header: headerSchema.optional(),
	...bodyAndFooter(),
	displayText: requiredText('Button text', URL_BUTTON_LIMITS.displayText),
	url: webAddress('URL'),
});

/** A text with one button that opens a web page. */
export function urlButtonMessage(input: UrlButtonInput): MessageContent {
	const { displayText, url, ...parts } = check(schema, input);
	return interactive('cta_url', parts, {
		name: 'cta_url',
		parameters: { display_text: displayText, url },
	});
}
