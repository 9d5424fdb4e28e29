/** The work of one run, item by item. */
export interface Tasks {
	count: number;
	/** Tasks at a time. */
	width: number;
	/** The item that must be finished before this one starts: an earlier one, with at most one successor each. */
	after?: (index: number) => number | undefined;
	/** Once `true`, nothing new starts. */
	ended?: () => boolean;
}

/**
 * Runs `work` for 0 … count-1, in order as far as the width allows.
 *
 * After a rejection nothing new starts; tasks under way finish, then the first rejection is thrown.
 */
export async function pool(
	{ count, width, after, ended = () => false }: Tasks,
	work: (index: number) => Promise<void>,
): Promise<void> {
	const successors = new Map<number, number>();
	for (let index = 0; index < count; index++) {
		const before = after?.(index);
		if (before !== undefined) successors.set(before, index);
	}
	const waiting = new Set(successors.values());
	const rejections: unknown[] = [];
	let next = 0;
	const take = (): number | undefined => {
		while (waiting.has(next)) next++;
		return next < count ? next++ : undefined;
	};
	const worker = async () => {
		let index = take();
		while (index !== undefined && rejections.length === 0 && !ended()) {
			try {
				await work(index);
			} catch (error) {
				rejections.push(error);
			}
			index = successors.get(index) ?? take();
		}
	};
	await Promise.all(Array.from({ length: Math.min(width, count) }, worker));
	if (rejections.length > 0) throw rejections[0];
}
