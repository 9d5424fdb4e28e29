/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development code, never shipped */

/**
 * Makes time pass faster for everything in this test file: the clocks and timers of the engine, the node,
 * and a sandbox in the same process agree, while HTTP stays real.
 *
 * @param factor simulated seconds per real second
 * @returns a function that restores the real clock
 */
export function fastClock(factor: number): () => void {
	const start = { date: Date.now(), performance: performance.now() };
	const dateNow = Date.now.bind(Date);
	const performanceNow = performance.now.bind(performance);
	const timeout = globalThis.setTimeout;
	const spies = [
		jest
			.spyOn(Date, 'now')
			.mockImplementation(() => start.date + (dateNow() - start.date) * factor),
		jest
			.spyOn(performance, 'now')
			.mockImplementation(
				() => start.performance + (performanceNow() - start.performance) * factor,
			),
		jest
			.spyOn(globalThis, 'setTimeout')
			.mockImplementation(((run: () => void, ms = 0, ...input: []) =>
				timeout(run, ms / factor, ...input)) as typeof setTimeout),
	];
	return () => {
		for (const spy of spies) spy.mockRestore();
	};
}
