/** A piece of Markdown whose lines belong together. */
export interface Block {
	/** `code` is WhatsApp's own form already; everything else has formatting inside. */
	kind: 'text' | 'heading' | 'code' | 'item' | 'blank';
	/** What stands before the text, e.g. `- ` or `> `. */
	prefix?: string;
	text: string;
}

const FENCE = /^[ \t]*(`{3,}|~{3,})([^\n]*)$/;
const QUOTE = /^[ \t]{0,3}(?:>[ \t]?)+/;
const BULLET = /^([ \t]*)[*+-][ \t]+(?=\S)/;
const TASK = /^\[([ xX])\][ \t]+/;

/** The blocks of a Markdown text, in order; rules between them are left out. */
export function readBlocks(markdown: string): Block[] {
	const lines = markdown.split('\n');
	const blocks: Block[] = [];
	for (let at = 0; at < lines.length; at++) {
		const line = lines[at];
		const fence = openingFence(line);
		if (fence !== undefined) {
			const end = closingLine(lines, at + 1, fence);
			blocks.push({ kind: 'code', text: codeBlock(lines.slice(at + 1, end)) });
			at = end;
			continue;
		}
		if (isTableStart(line, lines[at + 1])) {
			blocks.push({ kind: 'item', text: tableRow(line) });
			for (at += 2; at < lines.length && isTableRow(lines[at]); at++)
				blocks.push({ kind: 'item', text: tableRow(lines[at]) });
			at--;
			continue;
		}
		addLine(blocks, line);
	}
	return blocks;
}

function addLine(blocks: Block[], line: string): void {
	const last = blocks[blocks.length - 1] as Block | undefined;
	const trimmed = line.trim();
	if (trimmed === '') blocks.push({ kind: 'blank', text: line });
	else if (isUnderline(trimmed) && last?.kind === 'text' && !last.text.includes('\n')) {
		last.kind = 'heading';
		last.text = last.text.trim();
	} else if (isRule(trimmed)) return;
	else if (headingLevel(line) > 0) blocks.push({ kind: 'heading', text: headingText(trimmed) });
	else if (QUOTE.test(line)) blocks.push(quote(line));
	else if (BULLET.test(line)) blocks.push(item(line));
	else if (last?.kind === 'text' || (last?.kind === 'item' && last.prefix !== undefined))
		last.text += `\n${line}`;
	else blocks.push({ kind: 'text', text: line });
}

/** `#` to `######` with a space behind it, indented by at most three spaces. */
function headingLevel(line: string): number {
	return /^ {0,3}(#{1,6})(?:[ \t]|$)/.exec(line)?.[1].length ?? 0;
}

function headingText(trimmed: string): string {
	const title = trimmed.replace(/^#+/, '').trim();
	let end = title.length;
	while (end > 0 && title[end - 1] === '#') end--;
	// Closing signs count only behind a space.
	return end === 0 || /[ \t]/.test(title[end - 1]) ? title.slice(0, end).trim() : title;
}

/** The line under a title: `===`, or `---` right below text. */
function isUnderline(trimmed: string): boolean {
	return trimmed.length > 1 && (isOnly(trimmed, '=') || isOnly(trimmed, '-'));
}

/** `---`, `***` or `___`, with or without spaces between. */
function isRule(trimmed: string): boolean {
	const signs = trimmed.replace(/[ \t]/g, '');
	return signs.length >= 3 && ['-', '*', '_'].some((sign) => isOnly(signs, sign));
}

function isOnly(text: string, sign: string): boolean {
	for (const character of text) if (character !== sign) return false;
	return true;
}

function quote(line: string): Block {
	const prefix = QUOTE.exec(line)?.[0] ?? '';
	const inner: Block[] = [];
	addLine(inner, line.slice(prefix.length));
	const [content] = inner;
	const text = content?.text ?? '';
	const start = prefix.replace(/[ \t]/g, '').replace(/>/g, '> ');
	return {
		kind: content?.kind === 'heading' ? 'heading' : 'item',
		prefix: start + (content?.prefix ?? ''),
		text,
	};
}

function item(line: string): Block {
	const [start, indent] = BULLET.exec(line) ?? ['', ''];
	const rest = line.slice(start.length);
	const task = TASK.exec(rest);
	if (!task) return { kind: 'item', prefix: `${indent}- `, text: rest };
	return {
		kind: 'item',
		prefix: `${indent}${task[1] === ' ' ? '☐' : '☑'} `,
		text: rest.slice(task[0].length),
	};
}

function openingFence(line: string): string | undefined {
	const [, fence, info] = FENCE.exec(line) ?? [];
	// Backticks behind the fence make it a code span.
	return fence !== undefined && !(fence.startsWith('`') && info.includes('`')) ? fence : undefined;
}

/** The line that closes a fence; the number of lines when none does. */
function closingLine(lines: string[], from: number, fence: string): number {
	for (let at = from; at < lines.length; at++) {
		const trimmed = lines[at].trim();
		if (trimmed.length >= fence.length && isOnly(trimmed, fence[0])) return at;
	}
	return lines.length;
}

function codeBlock(lines: string[]): string {
	return `\`\`\`\n${lines.join('\n')}\n\`\`\``;
}

function isTableStart(line: string, next: string | undefined): boolean {
	if (!line.includes('|') || next === undefined || !next.includes('-')) return false;
	const marks = cells(next);
	return (
		marks.length === cells(line).length &&
		(next.includes('|') || marks.length === 1) &&
		marks.every((mark) => /^:?-+:?$/.test(mark))
	);
}

function isTableRow(line: string): boolean {
	return line.includes('|') && line.trim() !== '';
}

function tableRow(line: string): string {
	return cells(line).join(' | ');
}

/** The cells of a row, without the bars at its ends; `\|` is no border. */
function cells(row: string): string[] {
	const parts = row
		.trim()
		.split(/(?<!\\)\|/)
		.map((cell) => cell.trim().replace(/\\\|/g, '|'));
	if (parts[0] === '') parts.shift();
	if (parts[parts.length - 1] === '') parts.pop();
	return parts;
}
