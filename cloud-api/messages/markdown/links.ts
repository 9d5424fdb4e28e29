export interface Link {
	label: string;
	/** Empty where the link leads to a place in the text itself. */
	address: string;
	end: number;
}

/** Longer addresses are no links, so that a text of many half links is read quickly. */
const MAX_ADDRESS = 2048;
const MAX_DEPTH = 16;

/** The links and images `[label](address "title")` of a text, by where they begin. */
export function linksOf(text: string): Map<number, Link> {
	const links = new Map<number, Link>();
	const open: number[] = [];
	for (let at = 0; at < text.length; at++) {
		const character = text[at];
		if (character === '\\') at++;
		else if (character === '[') open.push(at);
		else if (character === ']') {
			const start = open.pop();
			if (start === undefined || text[at + 1] !== '(') continue;
			const target = targetAt(text, at + 2);
			if (!target) continue;
			const from = text[start - 1] === '!' ? start - 1 : start;
			links.set(from, { label: text.slice(start + 1, at), ...target });
		}
	}
	return links;
}

function targetAt(text: string, from: number): { address: string; end: number } | undefined {
	const most = Math.min(text.length, from + MAX_ADDRESS);
	let at = skipSpace(text, from, most);
	const start = at;
	if (text[at] === '<') {
		while (at < most && text[at] !== '>' && text[at] !== '\n') at++;
		if (text[at] !== '>') return undefined;
		const end = closing(text, at + 1, most);
		return end === undefined ? undefined : { address: shown(text.slice(start + 1, at)), end };
	}
	let depth = 0;
	for (; at < most && !/\s/.test(text[at]); at++) {
		if (text[at] === '(' && ++depth > MAX_DEPTH) return undefined;
		if (text[at] === ')' && --depth < 0) break;
	}
	const end = closing(text, at, most);
	return end === undefined ? undefined : { address: shown(text.slice(start, at)), end };
}

/** Behind the closing bracket, past a title in quotation marks. */
function closing(text: string, from: number, most: number): number | undefined {
	let at = skipSpace(text, from, most);
	const quote = text[at];
	if (at > from && (quote === '"' || quote === "'")) {
		at++;
		while (at < most && text[at] !== quote) at += text[at] === '\\' ? 2 : 1;
		at = skipSpace(text, at + 1, most);
	}
	return text[at] === ')' ? at + 1 : undefined;
}

function skipSpace(text: string, from: number, most: number): number {
	let at = from;
	while (at < most && /\s/.test(text[at])) at++;
	return at;
}

function shown(address: string): string {
	if (address.startsWith('#')) return '';
	// WhatsApp ends an address at a space.
	if (/^https?:/i.test(address)) return address.replace(/ /g, '%20');
	return address.replace(/^(?:mailto|tel):/i, '');
}
