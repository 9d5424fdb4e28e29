import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { answer } from './answer';

/** Why a delivery or verification request is rejected, and how to fix it. */
export interface Rejection {
	status: 400 | 401 | 403 | 413 | 503;
	/** The reason in one word; reports are limited per reason. */
	kind: string;
	/** What happened. Sent to the caller, the log, and the workflow, so it contains no secret. */
	reason: string;
	fix: string;
}

/** Where a rejection is reported besides the log. */
export type Report = 'execution' | 'output' | 'log';

const REPORT_INTERVAL_MS = 10 * 60 * 1000;
const MAX_REMEMBERED = 1000;
const lastReports = new Map<string, number>();

/**
 * Answers with the status and reason, and writes the log. At most once in ten minutes per kind, a
 * rejection also starts an execution: the output behind those of the events carries the reason, so
 * that no node behind the events runs.
 *
 * @param outputs number of outputs for events
 */
export function reject(
	context: IWebhookFunctions,
	rejection: Rejection,
	report: Report,
	outputs = 1,
): IWebhookResponseData {
	const { status, kind, reason, fix } = rejection;
	context.logger.warn(
		`WhatsApp Cloud API Trigger rejected a request with status ${status}: ${reason}. ${fix}`,
	);
	const answered = answer(context, status, reason);
	if (report === 'log' || !isDue(context, kind)) return answered;
	const item: IDataObject = {
		event: 'rejected_delivery',
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

/** Anyone can call the callback URL, so not every rejection may start an execution. */
function isDue(context: IWebhookFunctions, kind: string): boolean {
	const key = [context.getWorkflow().id, context.getNode().id, context.getMode(), kind].join(' ');
	const now = Date.now();
	const last = lastReports.get(key);
	if (last !== undefined && now - last < REPORT_INTERVAL_MS) return false;
	if (lastReports.size >= MAX_REMEMBERED) lastReports.clear();
	lastReports.set(key, now);
	return true;
}
