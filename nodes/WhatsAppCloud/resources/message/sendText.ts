import { TEXT_LIMITS, textMessage } from '../../../../cloud-api/messages/text';
import { markdownToWhatsApp } from '../../../../cloud-api/messages/markdown/markdown';
import { splitText } from '../../../../cloud-api/messages/splitText';
import { recipient } from '../../fields/recipient';
import { sender } from '../../fields/sender';
import { sendOptions } from '../../fields/sendOptions';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../runtime/operation';
import { output } from './send';
import { sendParts } from './sendParts';

export const sendText: Operation = {
	name: 'Send Text',
	value: 'sendText',
	action: 'Send a text message',
	description:
		'Send a text message. It reaches customers who wrote or called within the last 24 hours; use a template for all others.',
	sends: true,
	fields: [
		sender,
		recipient,
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			required: true,
			typeOptions: { rows: 4 },
			default: '',
			placeholder: 'e.g. Hello! Your order is on its way.',
			hint: 'Reaches customers who wrote within the last 24 hours. Use Send Template for all others.',
			description:
				'Up to 4,096 characters; add the option Split Long Text for longer texts. Formatting: *bold*, _italic_, ~strikethrough~, `code`.',
		},
		simplify,
		sendOptions({
			directSend: true,
			extra: [
				{
					displayName: 'Convert Markdown',
					name: 'convertMarkdown',
					type: 'boolean',
					default: true,
					description:
						'Whether to convert Markdown, as AI models write it (**bold**, # headings, [links](…)), to WhatsApp formatting',
				},
				{
					displayName: 'Preview Link',
					name: 'previewUrl',
					type: 'boolean',
					default: true,
					description: 'Whether to show a preview of the first link in the text',
				},
				{
					displayName: 'Split Long Text',
					name: 'splitLongText',
					type: 'boolean',
					default: true,
					description:
						'Whether to send a text of more than 4,096 characters as several messages, split at a paragraph, line, sentence, or word. When off, such a text is an error.',
				},
			],
		}),
	],
	async run(call) {
		const { param } = call;
		const options = param.group('options');
		const previewUrl = options.optionalFlag('previewUrl');
		const input = param.text('text');
		const text = options.flag('convertMarkdown') ? markdownToWhatsApp(input) : input;
		const parts = options.flag('splitLongText') ? splitText(text, TEXT_LIMITS.body) : [text];
		const contents = (parts.length > 0 ? parts : [text]).map((part) =>
			textMessage({ text: part, ...(previewUrl !== undefined && { previewUrl }) }),
		);
		const sent = await sendParts(call, contents);
		return output(call, sent[0], {
			...(sent.length > 1 && {
				parts: sent.map(({ messageId }, index) => ({ messageId, text: parts[index] })),
			}),
		});
	},
};
