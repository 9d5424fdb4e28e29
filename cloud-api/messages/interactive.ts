import { z } from 'zod/v3';
import type { MessageContent } from './content';
import { mediaObject, mediaReference, type MediaReference } from './mediaReference';
import { optionalText, requiredText } from './schema';

/** Limits that all interactive messages share. */
export const INTERACTIVE_LIMITS = { headerText: 60, body: 1024, footer: 60 } as const;

/** The header above the body: a line of text, an image, a video, or a document. */
export type Header =
	| { type: 'text'; text: string }
	| { type: 'image' | 'video' | 'document'; media: MediaReference };

export interface InteractiveInput {
	header?: Header;
	body: string;
	/** Small text below the body, at most 60 characters. */
	footer?: string;
}

const textHeader = z.object({
	type: z.literal('text'),
	text: requiredText('Header text', INTERACTIVE_LIMITS.headerText),
});
const mediaHeader = <T extends 'image' | 'video' | 'document'>(type: T) =>
	z.object({ type: z.literal(type), media: mediaReference('The header file') });

/** A header of text only. */
export const textHeaderSchema = textHeader;
/** A header of any kind. */
export const headerSchema = z.discriminatedUnion('type', [
	textHeader,
	mediaHeader('image'),
	mediaHeader('video'),
	mediaHeader('document'),
]);

/** The body, required, and the footer, optional, as the shape of a schema. */
export function bodyAndFooter(bodyLimit: number = INTERACTIVE_LIMITS.body) {
	return {
		body: requiredText('Body', bodyLimit),
		footer: optionalText('Footer', INTERACTIVE_LIMITS.footer),
	};
}

/** Meta's `interactive` object around an action. */
export function interactive(
	type: string,
	{ header, body, footer }: { header?: Header; body?: string; footer?: string },
	action: Record<string, unknown>,
): MessageContent {
	return {
		type: 'interactive',
		interactive: {
			type,
			...(header && { header: headerObject(header) }),
			...(body !== undefined && { body: { text: body } }),
			...(footer !== undefined && { footer: { text: footer } }),
			action,
		},
	};
}

export function headerObject(header: Header): Record<string, unknown> {
	if (header.type === 'text') return { type: 'text', text: header.text };
	return { type: header.type, [header.type]: mediaObject(header.media, header.type) };
}
