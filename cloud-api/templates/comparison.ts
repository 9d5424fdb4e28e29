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

interface Metric {
	metric?: string;
	order_by_relative_metric?: string[];
	number_values?: Array<{ key: string; value: number }>;
	string_values?: Array<{ key: string; value: string }>;
}

/** Returns one row per template from Meta's list of metrics. */
export function readComparison(answer: Json): ComparedTemplate[] {
	const metrics = (Array.isArray(answer.data) ? answer.data : []) as Metric[];
	const metric = (name: string) => metrics.find((each) => each.metric === name);
	const order = metric('BLOCK_RATE')?.order_by_relative_metric ?? [];
	const sends = metric('MESSAGE_SENDS')?.number_values ?? [];
	const reasons = metric('TOP_BLOCK_REASON')?.string_values ?? [];
	const ids = new Set([...order, ...[...sends, ...reasons].map(({ key }) => key)].map(String));
	return [...ids].map((templateId) => {
		const rank = order.map(String).indexOf(templateId);
		return {
			templateId,
			sent: sends.find(({ key }) => String(key) === templateId)?.value,
			...(rank >= 0 && { blockRank: rank + 1 }),
			topBlockReason: reasons.find(({ key }) => String(key) === templateId)?.value,
		};
	});
}
