import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { answer } from './answer';

/** Why a delivery or verification was refused, and what the builder can do. */
export interface Refusal {
	status: 400 | 401 | 403 | 413;
	/** One word for the kind, by which reports are limited. */
	kind: string;
	/** What happened; goes to the caller, the log and the builder, so it names no secret. */
	reason: string;
	fix: string;
}

/** How a refusal becomes visible beside the log. */
export type Report = 'execution' | 'log';

const BETWEEN_REPORTS = 10 * 60 * 1000;
const MAX_REMEMBERED = 1000;
const lastReports = new Map<string, number>();

/**
 * Refuses: answers with the status and reason and writes the log. At most once in ten minutes per kind
 * it also shows as an execution that ends at the trigger, whose second output holds the reason: nothing
 * after the trigger runs.
 */
export function refuse(
	context: IWebhookFunctions,
	refusal: Refusal,
	report: Report,
	/** Which of the node's outputs come before; the reason goes behind them. */
	outputs = 1,
): IWebhookResponseData {
	const { status, kind, reason, fix } = refusal;
	context.logger.warn(
		`WhatsApp Cloud API Trigger refused a request with ${status}: ${reason}. ${fix}`,
	);
	const answered = answer(context, status, reason);
	if (report === 'log' || !isDue(context, kind)) return answered;
	const item: IDataObject = {
		event: 'refused_delivery',
		text: reason,
		reason,
		fix,
		httpStatus: status,
		timestamp: new Date().toISOString(),
	};
	return {
		...answered,
		workflowData: [...Array.from({ length: outputs }, () => []), [{ json: item }]],
	};
}

/** Anyone can call the address, so a report must not cost an execution each time. */
function isDue(context: IWebhookFunctions, kind: string): boolean {
	const key = [context.getWorkflow().id, context.getNode().id, context.getMode(), kind].join(' ');
	const now = Date.now();
	const last = lastReports.get(key);
	if (last !== undefined && now - last < BETWEEN_REPORTS) return false;
	if (lastReports.size >= MAX_REMEMBERED) lastReports.clear();
	lastReports.set(key, now);
	return true;
}
