import { z } from 'zod/v3';
import { check } from './check';
import type { MessageContent } from './content';
import { requiredText } from './schema';

export const TEXT_LIMITS = { body: 4096 } as const;

export interface TextInput {
	/** At most 4,096 characters. */
	text: string;
	/** Shows a preview of the first web address in the text. */
	previewUrl?: boolean;
}

const schema = z.object({
	text: requiredText('Text', TEXT_LIMITS.body),
	previewUrl: z.boolean().optional(),
});

/** A text message. */
export function textMessage(input: TextInput): MessageContent {
	const { text, previewUrl } = check(schema, input);
	return {
		type: 'text',
		text: { body: text, ...(previewUrl !== undefined && { preview_url: previewUrl }) },
	};
}
