/** Longer than any name that WhatsApp shows; file systems take 255 bytes. */
const MAX_LENGTH = 120;

/**
 * Control characters, line separators, marks that turn the direction of text (with which
 * `gpj.exe` is shown as `exe.jpg`), and characters without width. Joiners stay: emoji and Persian
 * need them.
 */
const INVISIBLE =
	/[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
/** Characters that Windows does not allow in names, and slashes that some programs read as "/". */
const RESERVED = /[<>:"|?*\uff0f\uff3c]/g;
/** Names that Windows keeps for devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/**
 * A file name from outside as one that can be used on every file system: without path, control
 * characters, direction marks, and characters that are not allowed, at most 120 characters long and
 * with its extension. Never throws.
 *
 * @returns `undefined` when nothing is left of the name
 */
export function safeFileName(name: unknown): string | undefined {
	if (typeof name !== 'string') return undefined;
	// Longer than any name; what others append is not examined.
	const visible = wellFormed(name.slice(-4000)).replace(INVISIBLE, '');
	const segments = visible.split(/[\\/]/);
	for (const segment of segments.reverse()) {
		const cleaned = trimmed(segment.replace(RESERVED, '_'));
		if (cleaned !== '') return trimmed(shortened(DEVICE.test(cleaned) ? `_${cleaned}` : cleaned));
	}
	return undefined;
}

/** Without dots and spaces at both ends: `..` is a folder, `.bashrc` hidden, `a.` is `a` on Windows. */
function trimmed(segment: string): string {
	let from = 0;
	let to = segment.length;
	while (from < to && isDotOrSpace(segment[from])) from++;
	while (to > from && isDotOrSpace(segment[to - 1])) to--;
	return segment.slice(from, to);
}

function isDotOrSpace(char: string): boolean {
	return char === '.' || char.trim() === '';
}

function shortened(name: string): string {
	const characters = Array.from(name);
	if (characters.length <= MAX_LENGTH) return name;
	const dot = name.lastIndexOf('.');
	const extension = dot === -1 ? '' : name.slice(dot);
	const kept = Array.from(extension).length <= 20 ? extension : '';
	return characters.slice(0, MAX_LENGTH - Array.from(kept).length).join('') + kept;
}

/** Halves of surrogate pairs become U+FFFD: they cannot be written as UTF-8. */
function wellFormed(text: string): string {
	return Buffer.from(text, 'utf8').toString('utf8');
}
