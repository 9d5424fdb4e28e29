import type { MessageContent } from '../messages/content';
import { messageComponents } from './parameters/components';
import type { ParameterValues } from './parameters/values';

export interface TemplateMessageInput {
	name: string;
	/** E.g. `en_US`. */
	language: string;
	/** By parameter ID; see `ParameterField`. */
	values?: ParameterValues;
	/** Meta's `components` instead of values. */
	components?: unknown[];
}

/** Returns a template message (Meta: template messages). Values are not checked; see `checkValues`. */
export function templateMessage({
	name,
	language,
	values = {},
	components = messageComponents(values),
}: TemplateMessageInput): MessageContent {
	return {
		type: 'template',
		template: {
			name,
			language: { code: language },
			...(components.length > 0 && { components }),
		},
	};
}
