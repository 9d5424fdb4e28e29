import type { MessageView } from '../sandbox/control/types';

interface Content {
	body?: string | { text?: string };
	caption?: string;
	emoji?: string;
	filename?: string;
	action?: { buttons?: Array<{ reply?: { title?: string } }> };
	button_reply?: { title?: string };
	list_reply?: { title?: string };
}

/** Returns the text of a message as the chat shows it. */
export function describeMessage({ type, content, media, template }: MessageView): string {
	const parts = content as Content;
	if (template) return `[template ${template.name}] ${template.body ?? ''}`.trim();
	switch (type) {
		case 'text':
			return bodyText(parts);
		case 'reaction':
			return parts.emoji ? `reacts ${parts.emoji}` : 'removes the reaction';
		case 'button':
			return `taps "${bodyText(parts)}"`;
		case 'interactive':
			return interactive(parts);
		default:
			if (Object.keys(media).length === 0) return `[${type}]`;
			return [`[${type}${parts.filename ? ` ${parts.filename}` : ''}]`, parts.caption]
				.filter(Boolean)
				.join(' ');
	}
}

/** Returns the title of the tapped button or row; undefined for other messages. */
export function tappedTitle({ type, content }: MessageView): string | undefined {
	if (type !== 'interactive') return undefined;
	const { button_reply: button, list_reply: row } = content as Content;
	return (button ?? row)?.title;
}

function interactive(content: Content): string {
	const tapped = (content.button_reply ?? content.list_reply)?.title;
	if (tapped !== undefined) return `taps "${tapped}"`;
	const titles = (content.action?.buttons ?? []).flatMap(({ reply }) => reply?.title ?? []);
	return [bodyText(content), ...titles.map((title) => `[${title}]`)].join(' ');
}

function bodyText({ body }: Content): string {
	return typeof body === 'string' ? body : (body?.text ?? '');
}
