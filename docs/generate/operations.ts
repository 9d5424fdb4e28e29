import { resources } from '../../nodes/WhatsAppCloud/resources';

const START = '<!-- operations:start -->';
const END = '<!-- operations:end -->';

/** All operations of the node as a Markdown table, made from the table that makes the node's menus. */
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

/** The page with the table between its two markers brought up to date. */
export function withOperations(page: string): string {
	const from = page.indexOf(START);
	const to = page.indexOf(END);
	if (from < 0 || to < from) throw new Error(`The page has no ${START} … ${END}`);
	return `${page.slice(0, from)}${START}\n\n${operationsTable()}\n\n${page.slice(to)}`;
}

/** Columns padded as prettier does it, so that formatting leaves the table as it is. */
function markdownTable(head: string[], rows: string[][]): string {
	const widths = head.map((_, column) =>
		Math.max(3, ...[head, ...rows].map((row) => [...row[column]].length)),
	);
	const line = (cells: string[]) =>
		`| ${cells.map((cell, column) => cell + ' '.repeat(widths[column] - [...cell].length)).join(' | ')} |`;
	return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
