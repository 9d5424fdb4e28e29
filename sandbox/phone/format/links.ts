export interface LinkMatch {
	/** The link as written. */
	text: string;
	/** Always `http:`, `https:`, `mailto:` or `tel:`. */
	href: string;
	/** Index after the link. */
	end: number;
}

const PATTERNS: Array<{ pattern: RegExp; href: (text: string) => string }> = [
	{ pattern: /https?:\/\/[^\s<>"`]+/iy, href: (text) => text },
	{ pattern: /www\.[^\s<>"`/]+\.[^\s<>"`]+/iy, href: (text) => `https://${text}` },
	{ pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/y, href: (text) => `mailto:${text}` },
	{ pattern: /\+\d(?:[ ()-]{0,2}\d){7,14}/y, href: (text) => `tel:${text.replace(/[^+\d]/g, '')}` },
];

/** Removes trailing punctuation; a closing bracket stays if it was opened inside the link. */
function trimEnd(text: string): string {
	let end = text;
	while (/[.,;:!?'*_~)\]}]$/.test(end)) {
		if (end.endsWith(')') && end.includes('(')) break;
		end = end.slice(0, -1);
	}
	return end;
}

/** The link that starts at `at`, if any. */
export function matchLink(text: string, at: number): LinkMatch | undefined {
	if (at > 0 && /[\p{L}\p{N}@+]/u.test(text[at - 1])) return undefined;
	for (const { pattern, href } of PATTERNS) {
		pattern.lastIndex = at;
		const found = pattern.exec(text);
		const address = found && trimEnd(found[0]);
		if (address && address.length > 5)
			return { text: address, href: href(address), end: at + address.length };
	}
	return undefined;
}

/** The first web address of a text, for the link preview. */
export function firstWebLink(text: string): URL | undefined {
	for (let at = 0; at < text.length; at++) {
		const link = matchLink(text, at);
		if (link && /^https?:/i.test(link.href) && URL.canParse(link.href)) return new URL(link.href);
		if (link) at = link.end - 1;
	}
	return undefined;
}

/** `href` if it is safe to open from a message, else undefined. */
export function safeHref(href: unknown): string | undefined {
	if (typeof href !== 'string' || !URL.canParse(href)) return undefined;
	return /^(https?|mailto|tel):$/.test(new URL(href).protocol) ? href : undefined;
}
