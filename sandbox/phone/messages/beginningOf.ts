/** Characters shown before "Read more". */
const SHOWN = 700;

/** The beginning of a long text, cut at a space; the text itself if it is short. */
export function beginningOf(text: string, shown = SHOWN): string {
	const characters = [...text];
	if (characters.length <= shown * 1.2) return text;
	const cut = characters.slice(0, shown).join('');
	const space = cut.search(/\s\S*$/);
	return space > shown / 2 ? cut.slice(0, space) : cut;
}
