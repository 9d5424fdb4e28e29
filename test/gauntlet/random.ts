/** Seeded random values, the same in each run. */
export class Random {
	constructor(private state: number) {}

	/** 0 ≤ number < 1 */
	next(): number {
		this.state = (this.state * 16807) % 2147483647;
		return this.state / 2147483647;
	}

	/** An integer from 0 to `below` − 1. */
	int(below: number): number {
		return Math.floor(this.next() * below);
	}

	pick<T>(values: readonly T[]): T {
		return values[this.int(values.length)];
	}

	/** Text of pieces from an alphabet, up to `length` UTF-16 units. */
	text(alphabet: readonly string[], length: number): string {
		let text = '';
		while (text.length < length) text += this.pick(alphabet);
		return text.slice(0, length);
	}
}
