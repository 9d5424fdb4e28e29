import { readBlocks, type Block } from './blocks';
import { inline } from './inline';

/**
 * Markdown, as AI models write it, in WhatsApp's formatting: `**bold**` → `*bold*`, `*italic*` → `_italic_`,
 * `~~gone~~` → `~gone~`, headings → bold lines, links → `text (address)`, tables → lines with `|`. Code and
 * web addresses stay as they are. Takes time in proportion to the length of the text.
 */
export function markdownToWhatsApp(markdown: string): string {
	return readBlocks(markdown.replace(/\r\n?/g, '\n')).map(written).join('\n');
}

function written({ kind, prefix = '', text }: Block): string {
	if (kind === 'code') return text;
	return prefix + inline(text, { bold: kind === 'heading' });
}
