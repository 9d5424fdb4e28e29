import type { MessageContent } from '../messages/content';
import { messageComponents } from './parameters/components';
import type { ParameterField } from './parameters/fields';
import type { ParameterValues } from './parameters/values';

export interface TemplateMessageInput {
	name: string;
	/** E.g. `en_US`. */
	language: string;
	/** By parameter ID; see `ParameterField`. */
	values?: ParameterValues;
	/** The template's parameters, if known: buttons without values that Meta requires are named then. */
	fields?: readonly ParameterField[];
	/** Meta's `components` instead of values. */
	components?: unknown[];
}

/** Returns a template message (Meta: template messages). Values are not checked; see `checkValues`. */
export function templateMessage({
	name,
	language,
	values = {},
	fields,
	components = messageComponents(values, fields),
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
