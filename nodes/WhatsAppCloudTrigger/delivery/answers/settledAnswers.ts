import type { HandOverResult } from './handOver';

const MAX_REMEMBERED = 10_000;

/**
 * The answers that this process has handed over, and the questions that were answered: a second tap does
 * not ask n8n while the execution runs, and a redelivered answer is not taken for a second tap.
 */
export class SettledAnswers {
	private readonly byMessage = new Map<string, Promise<HandOverResult>>();
	private readonly answered = new Set<string>();

	/**
	 * Hands an answer over, once for all deliveries of the same message.
	 *
	 * @param question identifies the question
	 */
	async settle(
		messageId: string,
		question: string,
		handOver: () => Promise<HandOverResult>,
	): Promise<HandOverResult & { again?: true }> {
		const earlier = this.byMessage.get(messageId);
		if (earlier) {
			const result = await earlier;
			return { ...inWords(result), again: true };
		}
		const attempt = this.answered.has(question)
			? Promise.resolve<HandOverResult>({ state: 'late' })
			: handOver();
		remember(this.byMessage, messageId, attempt);
		const result = inWords(await attempt);
		if (result.state === 'failed') this.byMessage.delete(messageId);
		if (result.state === 'taken' && result.waitingNode === 'resumed') {
			if (this.answered.size >= MAX_REMEMBERED) this.answered.clear();
			this.answered.add(question);
		}
		return result;
	}
}

/** The waiting node knows best whether its question is still open. */
function inWords(result: HandOverResult): HandOverResult {
	return result.state === 'taken' && /^(answered|otherQuestion)$/.test(result.waitingNode)
		? { state: 'late' }
		: result;
}

function remember<V>(map: Map<string, V>, key: string, value: V): void {
	if (map.size >= MAX_REMEMBERED) map.delete(map.keys().next().value as string);
	map.set(key, value);
}

export const settledAnswers = new SettledAnswers();
