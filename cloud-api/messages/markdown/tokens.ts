import { addressAt } from './address';
import { delimiterAt, type Delimiter } from './delimiters';
import { linksOf, type Link } from './links';

export type Token =
	| { kind: 'text' | 'code' | 'address'; text: string }
	| { kind: 'link'; link: Link }
	| Delimiter;

const ESCAPABLE = /[!-/:-@[-`{-~]/;
const ENTITIES: Record<string, string> = {
	'&amp;': '&',
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&#39;': "'",
	'&nbsp;': '\u00a0',
};

/** The text divided at everything that has a meaning in Markdown; each character is looked at once. */
export function tokensOf(text: string): Token[] {
	const tokens: Token[] = [];
	const closingRun = codeRuns(text);
	const links = linksOf(text);
	let plain = '';
	const add = (token: Token) => {
		if (plain !== '') tokens.push({ kind: 'text', text: plain });
		plain = '';
		tokens.push(token);
	};
	for (let at = 0; at < text.length; ) {
		const character = text[at];
		if (character === '\\' && ESCAPABLE.test(text[at + 1] ?? '')) {
			plain += text[at + 1];
			at += 2;
			continue;
		}
		if (character === '`') {
			const length = runLength(text, at);
			const end = closingRun(at, length);
			const run = text.slice(at, at + length);
			if (end === undefined) plain += run;
			else add({ kind: 'code', text: codeSpan(text.slice(at + length, end)) });
			at = end === undefined ? at + length : end + length;
			continue;
		}
		const link = links.get(at);
		if (link) {
			add({ kind: 'link', link });
			at = link.end;
			continue;
		}
		const address = addressAt(text, at);
		if (address) {
			add({ kind: 'address', text: address.text });
			at = address.end;
			continue;
		}
		const delimiter = delimiterAt(text, at);
		if (delimiter) {
			add(delimiter);
			at += delimiter.length;
			continue;
		}
		const known = character === '<' || character === '&' ? replacementAt(text, at) : undefined;
		plain += known?.text ?? character;
		at += known?.length ?? 1;
	}
	if (plain !== '') tokens.push({ kind: 'text', text: plain });
	return tokens;
}

/** `<br>` and the entities that AI models write. */
function replacementAt(text: string, at: number): { text: string; length: number } | undefined {
	const start = text.slice(at, at + 6);
	const lineBreak = /^<br ?\/?>/i.exec(start)?.[0];
	if (lineBreak !== undefined) return { text: '\n', length: lineBreak.length };
	const entity = /^&[a-z#0-9]+;/.exec(start)?.[0] ?? '';
	const meaning = ENTITIES[entity];
	return meaning === undefined ? undefined : { text: meaning, length: entity.length };
}

/** Finds the next run of as many backticks; the runs are counted once. */
function codeRuns(text: string): (from: number, length: number) => number | undefined {
	const runs = new Map<number, number[]>();
	for (let at = text.indexOf('`'); at >= 0; at = text.indexOf('`', at)) {
		const length = runLength(text, at);
		const same = runs.get(length) ?? [];
		same.push(at);
		runs.set(length, same);
		at += length;
	}
	const next = new Map<number, number>();
	return (from, length) => {
		const same = runs.get(length) ?? [];
		let index = next.get(length) ?? 0;
		while (index < same.length && same[index] <= from) index++;
		next.set(length, index);
		return same[index];
	};
}

function runLength(text: string, from: number): number {
	let end = from;
	while (text[end] === '`') end++;
	return end - from;
}

/** WhatsApp has no code with a backtick in it but the block. */
function codeSpan(content: string): string {
	const line = content.replace(/\n/g, ' ');
	const code =
		line.length > 2 && line.startsWith(' ') && line.endsWith(' ') && line.trim() !== ''
			? line.slice(1, -1)
			: line;
	return code.includes('`') ? `\`\`\`${code}\`\`\`` : `\`${code}\``;
}
