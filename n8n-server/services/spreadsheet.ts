/** A range of a sheet: rows and columns from 0, the end included. Without an end, all rows or columns. */
interface Range {
	top: number;
	left: number;
	bottom?: number;
	right?: number;
}

/** A Google spreadsheet with one sheet. Cells contain text as it was written. */
export class PlayedSpreadsheet {
	readonly id = 'played-spreadsheet-of-the-orders';

	readonly name = 'Orders';

	/** `gid` of its only sheet. */
	readonly sheetId = 0;

	/** The first row contains the names of the columns. */
	rows: string[][] = [];

	/** All rows below the first, keyed by column name. */
	records(): Array<Record<string, string>> {
		const [names = [], ...rows] = this.rows;
		return rows.map((row) =>
			Object.fromEntries(names.map((name, column) => [name, row[column] ?? ''])),
		);
	}

	/** Returns the values in a range without trailing empty rows and cells, as Google does. */
	read(a1: string): string[][] {
		const { top, left, bottom = Infinity, right = Infinity } = this.range(a1);
		const cells = this.rows.slice(top, bottom + 1).map((row) => row.slice(left, right + 1));
		return trimmed(
			cells.map((row) => trimmed(row, (cell) => !cell)),
			(row) => row.length === 0,
		);
	}

	write(a1: string, values: unknown[][]): void {
		const { top, left } = this.range(a1);
		for (const [down, row] of values.entries()) {
			const target = (this.rows[top + down] ??= []);
			for (const [over, value] of row.entries()) {
				if (value !== null && value !== undefined) target[left + over] = String(value);
			}
		}
		this.rows = Array.from(this.rows, (row) => Array.from(row ?? [], (cell) => cell ?? ''));
	}

	/**
	 * `Orders`, `'Orders'!A:Z`, `Orders!1:1`, `Orders!F2`.
	 * @throws Error if the range refers to another sheet
	 */
	private range(a1: string): Range {
		const [, sheet, part = ''] = /^'?([^'!]+)'?(?:!(.*))?$/.exec(a1) ?? [];
		if (sheet !== this.name) throw new Error(`Unable to parse range: ${a1}`);
		const [from, to = from] = part.split(':').map((cell) => /^([A-Z]*)(\d*)$/.exec(cell));
		const edge = (text: string | undefined, index: (text: string) => number) =>
			text ? index(text) : undefined;
		const row = (text: string) => Number(text) - 1;
		return {
			top: edge(from?.[2], row) ?? 0,
			left: edge(from?.[1], column) ?? 0,
			bottom: edge(to?.[2], row),
			right: edge(to?.[1], column),
		};
	}
}

/** Returns the index of a column: A is 0, AA is 26. */
function column(letters: string): number {
	return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function trimmed<T>(list: T[], empty: (value: T) => boolean): T[] {
	const last = list.findLastIndex((value) => !empty(value));
	return list.slice(0, last + 1);
}
