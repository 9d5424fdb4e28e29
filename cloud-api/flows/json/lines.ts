/** Turns offsets of a text into lines and columns, both counted from 1. */
export class Lines {
	private readonly starts = [0];

	constructor(text: string) {
		for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
			this.starts.push(at + 1);
	}

	/** The line and column of an offset. */
	at(offset: number): { line: number; column: number } {
		let low = 0;
		let high = this.starts.length - 1;
		while (low < high) {
			const middle = Math.ceil((low + high) / 2);
			if (this.starts[middle] <= offset) low = middle;
			else high = middle - 1;
		}
		return { line: low + 1, column: offset - this.starts[low] + 1 };
	}
}
