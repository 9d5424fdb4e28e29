/** Seeded random numbers (mulberry32): faults are the same in every run. */
export class Random {
	private state: number;

	constructor(seed = 1) {
		this.state = seed >>> 0;
	}

	/** At least 0, less than 1. */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let t = this.state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	}

	/** A whole number from `min` to `max`, both included. */
	between(least: number, most: number): number {
		return least + Math.floor(this.next() * (most - least + 1));
	}
}
