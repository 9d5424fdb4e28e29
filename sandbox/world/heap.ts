/** A binary heap with the smallest item first. Holds the sandbox's timers. */
export class Heap<T> {
	private readonly items: T[] = [];

	constructor(private readonly less: (a: T, b: T) => boolean) {}

	get size(): number {
		return this.items.length;
	}

	peek(): T | undefined {
		return this.items[0];
	}

	push(item: T): void {
		const { items } = this;
		let index = items.push(item) - 1;
		while (index > 0) {
			const parent = (index - 1) >> 1;
			if (!this.less(items[index], items[parent])) break;
			[items[index], items[parent]] = [items[parent], items[index]];
			index = parent;
		}
	}

	pop(): T | undefined {
		const { items } = this;
		const first = items[0];
		const last = items.pop();
		if (last === undefined || items.length === 0) return first;
		items[0] = last;
		let index = 0;
		for (;;) {
			const left = 2 * index + 1;
			let smallest = index;
			for (const child of [left, left + 1]) {
				if (child < items.length && this.less(items[child], items[smallest])) smallest = child;
			}
			if (smallest === index) return first;
			[items[index], items[smallest]] = [items[smallest], items[index]];
			index = smallest;
		}
	}

	clear(): void {
		this.items.length = 0;
	}
}
