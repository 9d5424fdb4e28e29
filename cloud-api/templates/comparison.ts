import { records, textOf, texts } from '../answers';
import type { GraphApi, Json } from '../graph';
import { templateId } from './ids';

/** Days over which Meta compares two templates. */
export type ComparisonDays = 7 | 30 | 60 | 90;

/**
 * Compares how often two templates were sent and blocked. Each template must have been sent at least
 * 1,000 times in the period.
 *
 * @param now seconds since 1970
 */
export async function compareTemplates(
	graph: GraphApi,
	{ id, otherId, days, now }: { id: string; otherId: string; days: ComparisonDays; now: number },
): Promise<Json> {
	return await graph.get(`${templateId(id)}/compare`, {
		template_ids: `[${templateId(otherId, 'otherTemplate')}]`,
		start: now - days * 24 * 60 * 60,
		end: now,
	});
}

/** The result of one of two compared templates. */
export interface ComparedTemplate {
	templateId: string;
	/** Times it was sent. */
	sent?: number;
	/** 1 for the template that customers block less often, 2 for the other. */
	blockRank?: number;
	/** The most frequent reason for blocking, e.g. `SPAM` or `NO_LONGER_NEEDED`. */
	topBlockReason?: string;
}

/** Returns one row per template from Meta's list of metrics. */
export function readComparison(answer: Json): ComparedTemplate[] {
	const metric = (name: string) => records(answer.data).find((each) => each.metric === name);
	const order = texts(metric('BLOCK_RATE')?.order_by_relative_metric);
	const sends = records(metric('MESSAGE_SENDS')?.number_values);
	const reasons = records(metric('TOP_BLOCK_REASON')?.string_values);
	const ids = new Set([...order, ...texts([...sends, ...reasons].map(({ key }) => key))]);
	return [...ids].map((templateId) => {
		const rank = order.indexOf(templateId);
		const of = (values: Json[]) => values.find(({ key }) => textOf(key) === templateId)?.value;
		const sent = of(sends);
		return {
			templateId,
			sent: typeof sent === 'number' ? sent : undefined,
			...(rank >= 0 && { blockRank: rank + 1 }),
			topBlockReason: textOf(of(reasons)),
		};
	});
}
