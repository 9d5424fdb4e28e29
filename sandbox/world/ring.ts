/** The last `capacity` items in order. Adding an item is O(1). */
export class Ring<T extends { seq: number }> {
	private readonly items: T[] = [];
	private start = 0;

	constructor(private readonly capacity: number) {}

	get size(): number {
		return this.items.length;
	}

	add(item: T): void {
		if (this.items.length < this.capacity) {
			this.items.push(item);
			return;
		}
		this.items[this.start] = item;
		this.start = (this.start + 1) % this.capacity;
	}

	/** Oldest first: the newest `limit` items after `seq`. */
	list(after = 0, limit = this.capacity): T[] {
		const ordered = [...this.items.slice(this.start), ...this.items.slice(0, this.start)];
		return ordered.filter((item) => item.seq > after).slice(-limit);
	}

	clear(): void {
		this.items.length = 0;
		this.start = 0;
	}
}
