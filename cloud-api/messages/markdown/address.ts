const START = /^(?:https?:\/\/|www\.)/i;
/** Signs at the end of an address that belong to the sentence or the formatting around it. */
const AFTER = new Set(['.', ',', ':', ';', '!', '?', '*', '_', '~', "'", '"', '…']);
const END = /[\s<>`]/;

export interface Address {
	text: string;
	/** Where the text goes on. */
	end: number;
}

/** The web address that begins here, bare or in angle brackets. */
export function addressAt(text: string, at: number): Address | undefined {
	if (text[at] === '<') return bracketed(text, at);
	if (!'hHwW'.includes(text[at]) || !START.test(text.slice(at, at + 8))) return undefined;
	if ('wW'.includes(text[at]) && /[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ')) return undefined;
	let end = at;
	while (end < text.length && !END.test(text[end])) end++;
	return { text: text.slice(at, trimmedEnd(text, at, end)), end: trimmedEnd(text, at, end) };
}

/** `<https://…>` and `<name@example.com>`; what is no address stays for others to read. */
function bracketed(text: string, at: number): Address | undefined {
	let end = at + 1;
	while (end < text.length && !/[\s<>]/.test(text[end])) end++;
	if (text[end] !== '>') return undefined;
	const inner = text.slice(at + 1, end);
	if (/^(?:https?:|mailto:|tel:)/i.test(inner) || /^[^@:/]+@[^@:/]+\.[^@:/]+$/.test(inner))
		return { text: inner.replace(/^(?:mailto|tel):/i, ''), end: end + 1 };
	return undefined;
}

/** Without what follows the address: punctuation, formatting, and brackets that were opened before it. */
function trimmedEnd(text: string, from: number, to: number): number {
	let balance = 0;
	for (let at = from; at < to; at++) balance += text[at] === '(' ? 1 : text[at] === ')' ? -1 : 0;
	let end = to;
	for (; end > from; end--) {
		const last = text[end - 1];
		if (last === ')' && balance < 0) balance++;
		else if (!AFTER.has(last) && last !== ']' && last !== '}') break;
	}
	return end;
}
