/** A choice as a line gives it; empty parts are absent. */
export interface LineChoice {
	title: string;
	description?: string;
	id?: string;
}

/**
 * One choice per line: `Title`, `Title | Description`, or `Title | Description | ID`. Blank lines are
 * skipped; `\|` is a bar inside a part. A fourth part belongs to the ID, so that nothing is dropped.
 */
export function readChoiceLines(text: string): LineChoice[] {
	return text
		.split(/\r\n|\r|\n/)
		.filter((line) => line.trim() !== '')
		.map((line) => {
			const [title, description = '', ...id] = partsOf(line);
			return {
				title,
				...(description !== '' && { description }),
				...(id.join('') !== '' && { id: id.join('|') }),
			};
		});
}

function partsOf(line: string): string[] {
	return line.split(/(?<!\\)\|/).map((part) => part.replaceAll('\\|', '|').trim());
}
