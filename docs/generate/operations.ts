import { resources } from '../../nodes/WhatsAppCloud/resources';

const START = '<!-- operations:start -->';
const END = '<!-- operations:end -->';
const COUNT_START = '<!-- operations:count -->';
const COUNT_END = '<!-- /operations:count -->';

/** Returns a Markdown table of all operations, generated from the table that builds the node's menus. */
export function operationsTable(): string {
	const rows = resources.flatMap(({ name, operations }) =>
		operations.map((operation, index) => [
			index === 0 ? `**${name}**` : '',
			operation.name,
			operation.description.replaceAll('|', '\\|'),
		]),
	);
	return markdownTable(['Resource', 'Operation', 'What it does'], rows);
}

/** Returns the page with its operations table and its number of operations brought up to date. */
export function withOperations(page: string): string {
	return replaceBetween(
		replaceBetween(page, START, END, `\n\n${operationsTable()}\n\n`),
		COUNT_START,
		COUNT_END,
		String(resources.flatMap(({ operations }) => operations).length),
	);
}

function replaceBetween(page: string, start: string, end: string, content: string): string {
	const from = page.indexOf(start);
	const to = page.indexOf(end);
	if (from < 0 || to < from) throw new Error(`The page has no ${start} … ${end}`);
	return `${page.slice(0, from + start.length)}${content}${page.slice(to)}`;
}

/** Pads columns the way Prettier does, so that formatting does not change the table. */
function markdownTable(head: string[], rows: string[][]): string {
	const widths = head.map((_, column) =>
		Math.max(3, ...[head, ...rows].map((row) => [...row[column]].length)),
	);
	const line = (cells: string[]) =>
		`| ${cells.map((cell, column) => cell + ' '.repeat(widths[column] - [...cell].length)).join(' | ')} |`;
	return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
