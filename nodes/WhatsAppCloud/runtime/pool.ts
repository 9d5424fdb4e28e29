/**
 * Runs `work` for 0 … count-1 with at most `width` at a time.
 *
 * A rejection starts nothing new; what is in flight finishes, then the first rejection is thrown.
 */
export async function pool(
	count: number,
	width: number,
	work: (index: number) => Promise<void>,
): Promise<void> {
	let next = 0;
	const rejections: unknown[] = [];
	const worker = async () => {
		while (next < count && rejections.length === 0) {
			const index = next++;
			try {
				await work(index);
			} catch (error) {
				rejections.push(error);
			}
		}
	};
	await Promise.all(Array.from({ length: Math.min(width, count) }, worker));
	if (rejections.length > 0) throw rejections[0];
}
